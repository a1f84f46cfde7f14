import { connect, connectTo, kitOf, type Instance, type View } from '../../components/base/connect'
import { acquireKit, type Kit } from '../../core/kit'
import { createFakeSdk } from '../fixtures/fake-sdk'
import { deepFreeze } from '../fixtures/deep-freeze'
import { advance, mountDefinition, setHost, settle, type Mounted } from './harness'
import { hostSdk } from './page'

interface Clock {
  clock: number
  name: string
}

const view: View<Clock> = (state, props) => ({ clock: state.clock, name: String(props.name ?? '') })
const tick = (kit: Kit, clock: number): void => kit.store.set(() => ({ clock }))

/** An instance that keeps what it was sent and, like a framework, writes into what it was given. */
function instance(data: Record<string, unknown> = {}) {
  const patches: Record<string, unknown>[] = []
  const made: Instance = {
    data,
    setData(patch) {
      patches.push(JSON.parse(JSON.stringify(patch)) as Record<string, unknown>)
      for (const value of Object.values(patch)) if (typeof value === 'object') scribble(value as object)
    },
  }
  return { component: made, patches, data }
}

function scribble(value: object): void {
  for (const [key, held] of Object.entries(value)) {
    if (typeof held === 'object' && held !== null) scribble(held as object)
    Object.assign(value, { [key]: 'scribbled' })
  }
}

describe('a view that is connected to a kit', () => {
  const sdk = createFakeSdk()
  const open = () =>
    acquireKit({ instance: sdk.instance, namespace: sdk.namespace, userID: '', language: 'en' })

  test('shows the state at once', () => {
    const { component, patches } = instance()
    const connection = connectTo(component, open(), view, { clock: 0, name: '' })
    expect(patches).toEqual([{ clock: connection.kit.store.get().clock }])
    connection.release()
  })

  test('sends many changes of a tick in one piece, and only what changed', async () => {
    const { component, patches } = instance()
    const connection = connectTo(component, open(), view, { clock: 0, name: '' })
    const { kit } = connection
    patches.length = 0
    for (let clock = 1; clock <= 100; clock++) tick(kit, clock)
    expect(patches).toEqual([])
    await settle()
    expect(patches).toEqual([{ clock: 100 }])
    connection.release()
  })

  test('is computed once for many changes of a tick', async () => {
    const counted = jest.fn(view)
    const connection = connectTo(instance().component, open(), counted, { clock: 0, name: '' })
    // What the kit asks the SDK at first has come.
    await settle()
    counted.mockClear()
    for (let clock = 1; clock <= 100; clock++) tick(connection.kit, clock)
    await settle()
    expect(counted).toHaveBeenCalledTimes(1)
    connection.release()
  })

  test('sends nothing for a change that it does not show', async () => {
    const { component, patches } = instance()
    const connection = connectTo(component, open(), view, { clock: 0, name: '' })
    const { kit } = connection
    patches.length = 0
    kit.report({ code: 1, op: 'x', retryable: false, cause: '' })
    await settle()
    expect(patches).toEqual([])
    connection.release()
  })

  test('waits while it is not active, and catches up once', async () => {
    const { component, patches, data } = instance({ active: false })
    const connection = connectTo(component, open(), view, { clock: 0, name: '' })
    const { kit } = connection
    for (let clock = 1; clock <= 3; clock++) {
      tick(kit, clock)
      await settle()
    }
    expect(patches).toEqual([])
    data.active = true
    connection.refresh()
    await settle()
    expect(patches).toEqual([{ clock: 3 }])
    connection.release()
  })

  test('sends nothing after its end, also not what was on its way', async () => {
    const { component, patches } = instance()
    const connection = connectTo(component, open(), view, { clock: 0, name: '' })
    const { kit } = connection
    patches.length = 0
    tick(kit, 1)
    connection.release()
    tick(kit, 2)
    await settle()
    expect(patches).toEqual([])
  })

  test('never lets the framework write into the state or into a view', async () => {
    const seen = deepFreeze({ rows: [{ id: 'a', inner: { text: 'kept' } }] })
    const { component, patches } = instance()
    const frozen = connectTo(component, open(), (): object => seen, { rows: [] })
    await settle()
    expect(patches).toEqual([{ rows: [{ id: 'a', inner: { text: 'kept' } }] }])
    expect(seen.rows[0]?.inner.text).toBe('kept')
    frozen.release()
  })
})

describe('components', () => {
  const calls: string[] = []
  const definition = () => ({
    behaviors: [connect({ initial: { clock: 0, name: '' }, view, props: ['name'] })],
    properties: { name: String, active: { type: Boolean, value: true } },
    template: '<view class="shown">{{name}} {{clock}}</view>',
    lifetimes: {
      detached(this: object) {
        calls.push(kitOf(this) ? 'detached with its kit' : 'detached without a kit')
      },
    },
  })
  const shown = (component: Mounted): string => component.find('view.shown').text
  const kitOfComponent = (component: Mounted): Kit => {
    const kit = kitOf(component.instance<object>())
    if (!kit) throw new Error('Not connected')
    return kit
  }

  beforeEach(() => void (calls.length = 0))

  test('two instances of one component are told apart', async () => {
    hostSdk()
    const one = definition()
    const first = mountDefinition(one, { name: 'first' })
    const second = mountDefinition(one, { name: 'second' })
    const kit = kitOfComponent(first)
    expect(kitOfComponent(second)).toBe(kit)
    tick(kit, 7)
    await settle()
    expect([shown(first), shown(second)]).toEqual(['first 7', 'second 7'])
    first.detach()
    tick(kit, 8)
    await settle()
    expect(shown(second)).toBe('second 8')
  })

  test('a property that the view reads brings it up to date', async () => {
    hostSdk()
    const component = mountDefinition(definition(), { name: 'before' })
    component.set({ name: 'after' })
    await settle()
    expect(component.data.name).toBe('after')
    expect(shown(component)).toMatch(/^after /)
  })

  test('one that is covered catches up when it is seen again', async () => {
    hostSdk()
    const component = mountDefinition(definition(), { name: 'list' })
    const kit = kitOfComponent(component)
    component.set({ active: false })
    tick(kit, 7)
    await settle()
    expect(shown(component)).not.toBe('list 7')
    component.set({ active: true })
    await settle()
    expect(shown(component)).toBe('list 7')
  })

  test('the kit lives as long as the last of them, and lets go of the SDK', () => {
    const sdk = hostSdk()
    const one = definition()
    const first = mountDefinition(one)
    const second = mountDefinition(one)
    expect(sdk.handlerCount()).toBeGreaterThan(0)
    first.detach()
    expect(sdk.handlerCount()).toBeGreaterThan(0)
    second.detach()
    expect(sdk.handlerCount()).toBe(0)
  })

  test('one can still reach its kit while it says goodbye', () => {
    hostSdk()
    mountDefinition(definition()).detach()
    expect(calls).toEqual(['detached with its kit'])
  })

  test('without an SDK nothing happens, and nothing breaks', async () => {
    setHost({})
    const component = mountDefinition(definition(), { name: 'alone' })
    await advance(0)
    expect(shown(component)).toBe('alone 0')
  })
})
