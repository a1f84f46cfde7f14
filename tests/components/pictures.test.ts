import { sdkMessage } from '../fixtures/builders'
import { phone, settle } from './harness'
import { incoming, loneChat, rowAt, rows, type Page } from './page'

const photo = (name: string, width = 720, height = 540) => {
  const size = (suffix: string) => ({ url: `https://c/${name}${suffix}.png`, width, height })
  return sdkMessage({
    type: 'TIMImageElem',
    payload: { imageInfoArray: [size(''), size('-198'), size('-720')] },
  })
}
const clip = (fields: object = {}) =>
  sdkMessage({
    type: 'TIMVideoFileElem',
    payload: {
      videoUrl: 'https://c/clip.mp4',
      videoSecond: 65,
      snapshotUrl: 'https://c/clip.jpg',
      snapshotWidth: 360,
      snapshotHeight: 640,
      ...fields,
    },
  })

const picture = (page: Page, at = -1) => rowAt(page, at).find('message-picture')
const styleOf = (page: Page, at = -1) => picture(page, at).find('view.picture').raw.$$?.getAttribute('style')

test('an image is its thumbnail, in its own proportions before it has loaded, without a bubble', async () => {
  const page = await loneChat([photo('sea')])
  expect(styleOf(page)).toBe('width: 180px; height: 135px')
  expect(picture(page).find('image').attr('src')).toBe('https://c/sea-198.png')
  expect(rowAt(page).find('view.bubble').classes).toContain('bare')
  expect(picture(page).find('view.picture').attr('aria-label')).toContain('Photo')
})

test('a video is its cover with its length', async () => {
  const page = await loneChat([clip()])
  expect(styleOf(page)).toBe('width: 101px; height: 180px')
  expect(picture(page).find('image').attr('src')).toBe('https://c/clip.jpg')
  expect(picture(page).find('text.duration').text).toBe('1:05')
})

test('what cannot be loaded keeps its place, with a sign', async () => {
  const page = await loneChat([photo('sea'), photo('')])
  picture(page, 0).find('image').fire('error')
  await settle()
  expect(picture(page, 0).has('image')).toBe(false)
  expect(picture(page, 0).find('tui-icon view.icon').classes).toContain('icon-image')
  expect(styleOf(page, 0)).toBe('width: 180px; height: 135px')
})

test('an address that is none of the network is never loaded', async () => {
  const payload = { imageInfoArray: [{ url: 'javascript:alert(1)', width: 9, height: 9 }] }
  const page = await loneChat([sdkMessage({ type: 'TIMImageElem', payload })])
  expect(picture(page).has('image')).toBe(false)
  expect(picture(page).has('tui-icon')).toBe(true)
})

test('a tap shows it in full, with all pictures of the chat to leaf through', async () => {
  const page = await loneChat([photo('one'), incoming('nice'), clip(), photo('two')])
  expect(rows(page.messages())).toHaveLength(4)
  picture(page, 2).find('view.picture').tap()
  await settle()
  expect(phone.galleries).toEqual([
    {
      sources: [
        { type: 'image', url: 'https://c/one.png' },
        { type: 'video', url: 'https://c/clip.mp4', poster: 'https://c/clip.jpg' },
        { type: 'image', url: 'https://c/two.png' },
      ],
      current: 1,
    },
  ])
})

test('when the phone does not show it, a sentence says so', async () => {
  phone.galleryBroken = true
  const page = await loneChat([photo('one')])
  picture(page).find('view.picture').tap()
  await settle()
  expect(phone.toasts).toEqual(['Could not be opened. Try again later'])
})

test('a revoked picture is a line like any other', async () => {
  const page = await loneChat([sdkMessage({ ...photo('one'), isRevoked: true })])
  expect(rowAt(page).has('message-picture')).toBe(false)
  expect(rowAt(page).texts('view.notice')).toHaveLength(1)
})
