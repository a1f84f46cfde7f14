import { C2C, GROUP } from '../../tests/fixtures/builders'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { openChat } from '../actions/open-chat'
import { registerTool, removeTool, runTool, toolsFor, type Tool, type ToolDevice } from './input-panel'

let chat: TestKit
const undo: (() => void)[] = []
beforeEach(async () => {
  chat = testKit()
  await openChat(chat.kit, C2C)
})
afterEach(() => {
  for (const end of undo.splice(0).reverse()) end()
  chat.release()
})

const offered = (type: 'C2C' | 'GROUP' = 'C2C'): string[] =>
  toolsFor({ conversationID: type === 'C2C' ? C2C : GROUP, type }).map(({ id }) => id)
const image = { path: 'wxfile://a.jpg', bytes: 10, width: 4, height: 3 }
const device: ToolDevice = {
  pickMedia: ({ count }) =>
    Promise.resolve(
      [
        { type: 'image' as const, file: image },
        { type: 'video' as const, file: { ...image, path: 'wxfile://b.mp4', seconds: 2, poster: '' } },
      ].slice(0, count),
    ),
  pickFiles: () => Promise.resolve([{ path: 'wxfile://c.pdf', bytes: 5, name: 'c.pdf' }]),
  pickPlace: () => Promise.resolve({ description: 'West Lake', latitude: 30, longitude: 120 }),
  toast: () => undefined,
}
const run = (id: string, use: Partial<ToolDevice> = {}): Promise<void> =>
  runTool(id, {
    kit: chat.kit,
    conversationID: C2C,
    type: 'C2C',
    device: { ...device, ...use },
    t: chat.kit.t(),
  })

test('the entries of the kit, in their order', () => {
  expect(offered()).toEqual(['album', 'camera', 'video', 'file', 'location', 'evaluation'])
  expect(offered('GROUP')).toEqual(['album', 'camera', 'video', 'file', 'location'])
})

test.each([
  ['album', ['image', 'video']],
  ['camera', ['image']],
  ['file', ['file']],
  ['location', ['location']],
])('%s sends what was picked', async (id, types) => {
  await run(id)
  await settle()
  expect(chat.messages().map(({ content }) => content.type)).toEqual(types)
})

test('nothing was picked: nothing is sent', async () => {
  const nothing = () => Promise.resolve(undefined)
  for (const id of ['album', 'file', 'location'])
    await run(id, { pickMedia: nothing, pickFiles: nothing, pickPlace: nothing })
  expect(chat.messages()).toEqual([])
})

test('the evaluation asks first', async () => {
  await run('evaluation')
  expect(chat.kit.store.get().overlays).toEqual([{ type: 'evaluation', conversationID: C2C }])
})

describe('an entry of a host', () => {
  const order: Tool = { id: 'order', label: () => 'Order', icon: 'file', run: () => undefined }

  test('comes last, or where it is wanted, and goes again', () => {
    undo.push(registerTool(order, 'file'))
    expect(offered()).toEqual(['album', 'camera', 'video', 'order', 'file', 'location', 'evaluation'])
    undo.pop()?.()
    undo.push(registerTool(order))
    expect(offered().at(-1)).toBe('order')
  })

  test('takes the place of a built-in one, which comes back', () => {
    const end = registerTool({ ...order, id: 'file', label: () => 'Drive' })
    expect(toolsFor({ conversationID: C2C, type: 'C2C' })[3]?.label(chat.kit.t())).toBe('Drive')
    end()
    expect(toolsFor({ conversationID: C2C, type: 'C2C' })[3]?.label(chat.kit.t())).toBe('File')
  })

  test('decides where it is offered; one that throws is not', () => {
    undo.push(registerTool({ ...order, when: ({ type }) => type === 'GROUP' }))
    undo.push(
      registerTool({
        ...order,
        id: 'broken',
        when: () => {
          throw new Error('no')
        },
      }),
    )
    expect(offered()).not.toContain('order')
    expect(offered('GROUP')).toContain('order')
    expect(offered('GROUP')).not.toContain('broken')
  })

  test('that fails is told to the host, and to nobody else', async () => {
    undo.push(registerTool({ ...order, run: () => Promise.reject(new Error('out of stock')) }))
    await run('order')
    expect(chat.errors).toMatchObject([{ op: 'tool.order', cause: 'Error: out of stock' }])
    expect(chat.kit.store.get().notice).toBeUndefined()
  })
})

test('a built-in entry can be taken out and put back', () => {
  const back = removeTool('evaluation')
  expect(offered()).not.toContain('evaluation')
  back()
  expect(offered().at(-1)).toBe('evaluation')
})
