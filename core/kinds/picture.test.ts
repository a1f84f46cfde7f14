import { translator } from '../../locales/index'
import { message, messages, thread } from '../../tests/fixtures/builders'
import type { ImageContent, Message, VideoContent } from '../store/types'
import { allMessages } from '../store/thread'
import { galleryOf } from '../views/gallery'
import { clock, pictureView } from './picture'

const t = translator('en')
const size = (url: string, width: number, height: number) => ({ url, width, height })
const image = (width: number, height: number, name = 'o'): ImageContent => ({
  type: 'image',
  original: size(`https://c/${name}.png`, width, height),
  large: size(`https://c/${name}-720.png`, width, height),
  thumbnail: size(`https://c/${name}-198.png`, width, height),
})
const video: VideoContent = {
  type: 'video',
  url: 'https://c/v.mp4',
  poster: size('https://c/p.jpg', 640, 360),
  seconds: 65,
  bytes: 1,
}

describe('a picture in a bubble', () => {
  test.each([
    ['large ones are made smaller, in proportion', 4000, 3000, 180, 135],
    ['small ones stay', 100, 80, 100, 80],
    ['tiny ones can still be tapped', 4, 4, 60, 60],
    ['a panorama is not a line', 10_000, 100, 180, 60],
    ['without a size they are square', 0, 0, 120, 120],
  ])('%s', (_, width, height, shownWidth, shownHeight) => {
    expect(pictureView(image(width, height), t)).toMatchObject({ width: shownWidth, height: shownHeight })
  })

  test('is the thumbnail, in the proportions of the original when it has none of its own', () => {
    const content = { ...image(400, 200), thumbnail: size('https://c/t.png', 0, 0) }
    expect(pictureView(content, t)).toMatchObject({ url: 'https://c/t.png', width: 180, height: 90 })
  })

  test('of a video is its cover and its length', () => {
    expect(pictureView(video, t)).toEqual({
      url: 'https://c/p.jpg',
      width: 180,
      height: 101,
      duration: '1:05',
      label: 'Video',
    })
  })

  test('there is none of other messages', () => {
    expect(pictureView({ type: 'text', text: 'hi' }, t)).toBeUndefined()
  })

  test.each([
    [0, '0:00'],
    [9.6, '0:10'],
    [59, '0:59'],
    [600, '10:00'],
    [1e9, '5999:59'],
  ])('%d seconds are %s', (seconds, words) => expect(clock(seconds)).toBe(words))
})

describe('the gallery', () => {
  const shots = (): Message[] => [
    message({ content: image(1, 1, 'one') }),
    message(),
    message({ content: video }),
    message({ content: image(1, 1, 'gone'), revoked: true }),
    message({ content: image(1, 1, 'two') }),
  ]

  test('has the pictures and videos of the chat, oldest first, and begins at the one that was tapped', () => {
    const all = shots()
    const older = [message({ content: image(1, 1, 'zero') })]
    const gallery = galleryOf(allMessages(thread(all, [older])), all[2]?.id ?? '')
    expect(gallery?.items.map(({ url }) => url)).toEqual([
      'https://c/zero.png',
      'https://c/one.png',
      'https://c/v.mp4',
      'https://c/two.png',
    ])
    expect(gallery?.current).toBe(2)
    expect(gallery?.items[2]).toEqual({ type: 'video', url: 'https://c/v.mp4', poster: 'https://c/p.jpg' })
  })

  test('is not for texts, revoked pictures and messages that are not there', () => {
    const all = shots()
    for (const id of [all[1]?.id, all[3]?.id, 'nobody'])
      expect(galleryOf(allMessages(thread(all)), id ?? '')).toBeUndefined()
  })

  test('has at most 100, around the one that was tapped', () => {
    const all = messages(300).map((one) => ({ ...one, content: image(1, 1, one.id) }))
    const wanted = all[150]
    const gallery = galleryOf(allMessages(thread(all)), wanted?.id ?? '')
    expect(gallery?.items).toHaveLength(100)
    expect(gallery?.items[gallery.current]?.url).toBe(`https://c/${wanted?.id}.png`)
    const last = galleryOf(allMessages(thread(all)), all[299]?.id ?? '')
    expect(last?.current).toBe(99)
  })
})
