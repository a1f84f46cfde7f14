import { removeTool } from '../../core/registry/input-panel'
import { registerStickers } from '../../core/registry/stickers'
import { tap, tool, field, text, sent } from './composing'
import { advance, phone, settle } from './harness'
import { loneChat, type, SHEET } from './page'

describe('the panel behind the plus', () => {
  test('opens and leads back to the keyboard; text takes its button’s place', async () => {
    const page = await loneChat([])
    await tap(page, 'More')
    expect(page.input().texts('view.label')).toEqual(['Album', 'Camera', 'Video', 'File', 'Location', 'Rate'])
    await tap(page, 'Emoji')
    expect(page.input().has('tool-panel')).toBe(false)
    expect(page.input().has('emoji-panel')).toBe(true)
    type(page.input(), 'hi')
    expect(page.input().has('view.more')).toBe(false)
  })

  test('what was picked in the album goes out in order, each with its row and progress', async () => {
    const page = await loneChat([])
    const media = [
      { tempFilePath: 'wxfile://a.jpg', size: 9, fileType: 'image' },
      { tempFilePath: 'wxfile://b.mp4', size: 9, fileType: 'video', width: 4, height: 3, duration: 7.4 },
    ]
    phone.picks = { media }
    const first = page.sdk.hold('sendMessage')
    await tool(page, 'Album')
    expect(phone.picked).toMatchObject([{ count: 9, mediaType: ['mix'], sourceType: ['album'] }])
    expect(sent(page.sdk).map(({ type: kind }) => kind)).toEqual(['TIMImageElem'])
    expect(page.messages().all('message-progress')).toHaveLength(2)
    first.pass()
    await settle()
    expect(sent(page.sdk).map(({ type: kind }) => kind)).toEqual(['TIMImageElem', 'TIMVideoFileElem'])
    expect(page.messages().has('message-progress')).toBe(false)
  })

  test('files and places', async () => {
    const page = await loneChat([])
    phone.picks = {
      files: [{ path: 'wxfile://c.pdf', name: 'c.pdf', size: 7 }],
      place: { name: '', address: '1 Main St', latitude: 1, longitude: 2 },
    }
    await tool(page, 'File')
    await tool(page, 'Location')
    expect(sent(page.sdk).map(({ payload }) => payload)).toMatchObject([
      { fileName: 'c.pdf' },
      { description: '1 Main St', latitude: 1, longitude: 2 },
    ])
  })

  test.each([
    ['fail cancel', []],
    ['fail invalid data', ['Nothing could be picked']],
    ['fail privacy permission is not authorized', ['Available once you have agreed to the privacy terms']],
  ])('nothing is sent when the platform says: %s', async (media, toasts) => {
    const page = await loneChat([])
    phone.picks = { media }
    await tool(page, 'Camera')
    expect(phone.toasts).toEqual(toasts)
    expect(sent(page.sdk)).toEqual([])
  })

  test('without the permission there is a way to the settings', async () => {
    const page = await loneChat([])
    phone.picks = { place: 'fail auth deny' }
    await tool(page, 'Location')
    expect(phone.modals).toMatchObject([{ content: 'Permission is missing. Open settings?' }])
  })

  test('an entry that was taken out is not there', async () => {
    const back = removeTool('evaluation')
    const page = await loneChat([])
    await tap(page, 'More')
    expect(page.input().texts('view.label')).not.toContain('Rate')
    back()
  })
})

describe('an evaluation', () => {
  test('is stars and words, and closes', async () => {
    const page = await loneChat([])
    await tool(page, 'Rate')
    const form = page.chat().find('evaluation-form')
    form.find('view.submit').tap()
    expect(sent(page.sdk)).toEqual([])
    form.all('view.star')[3]?.tap()
    form.find('textarea').fire('input', { value: ' good ' })
    form.find('view.submit').tap()
    await settle()
    const [{ payload } = {}] = sent(page.sdk)
    const { data } = payload as { data: string }
    expect(JSON.parse(data)).toEqual({ businessID: 'evaluation', version: 1, score: 4, comment: 'good' })
    await advance(SHEET)
    expect(page.chat().has('evaluation-form')).toBe(false)
  })
})

test('a sticker is sent with a tap', async () => {
  const stickers = [{ id: 'cat', name: 'Cat', emoji: '🐱' }]
  const end = registerStickers({ index: 7, name: 'Animals', stickers })
  const page = await loneChat([])
  await tap(page, 'Emoji')
  expect(page.input().has('view.delete')).toBe(true)
  await tap(page, 'Animals')
  expect(page.input().has('view.delete')).toBe(false)
  await tap(page, 'Cat')
  expect(sent(page.sdk)[0]).toMatchObject({ type: 'TIMFaceElem', payload: { index: 7, data: 'cat' } })
  end()
})

test('without stickers there are no tabs', async () => {
  const page = await loneChat([])
  await tap(page, 'Emoji')
  expect(page.input().has('view.tab')).toBe(false)
})

describe('talking instead of writing', () => {
  test('the button to talk takes the place of the field, and keeps what was written', async () => {
    const page = await loneChat([])
    type(page.input(), 'hi')
    await tap(page, 'Voice')
    expect(page.input().has('textarea')).toBe(false)
    expect(page.input().has('view.send')).toBe(false)
    await tap(page, 'Keyboard')
    expect(text(page)).toBe('hi')
    expect(field(page).attr('focus')).toBe(true)
  })

  test('what was said is sent', async () => {
    const page = await loneChat([])
    await tap(page, 'Voice')
    page.input().find('voice-button').fire('record', { path: 'wxfile://v.mp3', ms: 3400, bytes: 99 })
    await settle()
    expect(sent(page.sdk)[0]).toMatchObject({ type: 'TIMSoundElem', payload: { second: 3 } })
  })
})
