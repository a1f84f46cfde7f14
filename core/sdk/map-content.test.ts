import fc from 'fast-check'
import { kindOf } from '../registry/message-kinds'
import { translator } from '../../locales/index'
import { mapContent } from './map-content'

const ME = 'alice'
const map = (type: string, payload: unknown) => mapContent(type, payload, ME)

const TYPES = [
  'TIMTextElem',
  'TIMCustomElem',
  'TIMImageElem',
  'TIMVideoFileElem',
  'TIMSoundElem',
  'TIMFileElem',
  'TIMFaceElem',
  'TIMLocationElem',
  'TIMRelayElem',
  'TIMGroupTipElem',
  'TIMGroupSystemNoticeElem',
]

test('a text', () => {
  expect(map('TIMTextElem', { text: 'hi' })).toEqual({ type: 'text', text: 'hi' })
  const long = '字'.repeat(8192)
  expect(map('TIMTextElem', { text: long })).toEqual({ type: 'text', text: long })
})

test('a custom message', () => {
  const payload = { data: '{}', description: 'd', extension: 'e' }
  expect(map('TIMCustomElem', payload)).toEqual({ type: 'custom', ...payload })
})

test('an image has its three sizes, in the order of the SDK', () => {
  const size = (url: string, width: number) => ({
    url: `http:${url}`,
    imageUrl: `https:${url}`,
    width,
    height: width / 2,
  })
  const picture = (url: string, width: number) => ({ url: `http:${url}`, width, height: width / 2 })
  const imageInfoArray = [size('//c/o.png', 4000), size('//c/t.png', 198), size('//c/l.png', 720)]
  expect(map('TIMImageElem', { imageInfoArray })).toEqual({
    type: 'image',
    original: picture('//c/o.png', 4000),
    thumbnail: picture('//c/t.png', 198),
    large: picture('//c/l.png', 720),
  })
})

test('an image of which only one size is known, as while it is being sent, shows that one', () => {
  const original = { url: 'wxfile://tmp_1.png', width: 300, height: 200 }
  const image = map('TIMImageElem', { imageInfoArray: [original, { width: 10 }] })
  expect(image).toEqual({ type: 'image', original, thumbnail: original, large: original })
})

test('an image without an address of its own has the one with https', () => {
  const imageInfoArray = [{ imageUrl: 'https://c/o.png', width: 1, height: 1 }]
  expect(map('TIMImageElem', { imageInfoArray })).toMatchObject({ original: { url: 'https://c/o.png' } })
})

test('a video, with the better of its two covers', () => {
  const payload = {
    videoUrl: 'https://c/v.mp4',
    videoSecond: 12,
    videoSize: 2048,
    thumbUrl: 'https://c/t.jpg',
    thumbWidth: 10,
    thumbHeight: 20,
    snapshotUrl: 'https://c/s.jpg',
    snapshotWidth: 640,
    snapshotHeight: 360,
  }
  const poster = { url: 'https://c/s.jpg', width: 640, height: 360 }
  expect(map('TIMVideoFileElem', payload)).toEqual({
    type: 'video',
    url: 'https://c/v.mp4',
    poster,
    seconds: 12,
    bytes: 2048,
  })
})

test('voice, file, sticker and place', () => {
  expect(map('TIMSoundElem', { url: 'https://c/a.aac', second: 7, size: 9 })).toEqual({
    type: 'audio',
    url: 'https://c/a.aac',
    seconds: 7,
  })
  expect(map('TIMFileElem', { fileUrl: 'https://c/f', fileName: 'a.pdf', fileSize: 5 })).toEqual({
    type: 'file',
    url: 'https://c/f',
    name: 'a.pdf',
    bytes: 5,
  })
  expect(map('TIMFaceElem', { index: 2, data: 'tt07' })).toEqual({ type: 'face', index: 2, data: 'tt07' })
  expect(map('TIMLocationElem', { description: '西湖', latitude: 30.2, longitude: 120.1 })).toEqual({
    type: 'location',
    description: '西湖',
    latitude: 30.2,
    longitude: 120.1,
  })
})

test('a merged history has a title and at most four lines', () => {
  const abstractList = ['a: 1', 'b: 2', 'a: 3', 'b: 4', 'a: 5']
  expect(map('TIMRelayElem', { title: 'History', abstractList, messageList: [] })).toEqual({
    type: 'merger',
    title: 'History',
    abstracts: abstractList.slice(0, 4),
  })
})

test('a group tip says who did what to whom, and which of them I am', () => {
  const tip = map('TIMGroupTipElem', {
    operationType: 1,
    operatorID: 'bob',
    operatorInfo: { userID: 'bob', nick: 'Bob', nameCard: 'B.' },
    userIDList: ['alice', 'carol'],
    memberList: [{ userID: 'alice', nick: 'Alice' }],
    groupJoinType: 2,
  })
  expect(tip).toMatchObject({
    type: 'groupTip',
    operation: 1,
    operator: { userID: 'bob', name: 'B.', self: false },
    members: [
      { userID: 'alice', name: 'Alice', self: true },
      { userID: 'carol', name: 'carol', self: false },
    ],
    invited: true,
  })
})

test('a system notice says about which group, and what was written with it', () => {
  const payload = { operationType: 1, operatorID: 'bob', handleMessage: 'let me in' }
  const groupProfile = { groupID: 'g1', name: 'Team' }
  expect(map('TIMGroupSystemNoticeElem', { ...payload, groupProfile })).toMatchObject({
    type: 'systemNotice',
    operator: { userID: 'bob', name: 'bob' },
    groupID: 'g1',
    groupName: 'Team',
    words: 'let me in',
  })
})

test.each(['TIMTomorrowElem', '', '__proto__', 'constructor'])('"%s" is known by name only', (type) => {
  expect(map(type, { anything: 1 })).toEqual({ type: 'other', sdkType: type })
})

describe('what peers may send', () => {
  test('addresses of other schemes are not loaded', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//host/x',
      7,
      null,
    ]) {
      expect(map('TIMSoundElem', { url })).toMatchObject({ url: '' })
      expect(map('TIMImageElem', { imageInfoArray: [{ url }] })).toMatchObject({ original: { url: '' } })
    }
  })

  test('sizes are never negative, endless or no numbers', () => {
    for (const wrong of [-5, NaN, Infinity, 1e308, '7', null]) {
      const { original } = map('TIMImageElem', { imageInfoArray: [{ width: wrong, height: wrong }] }) as {
        original: { width: number; height: number }
      }
      expect(original.width).toBeGreaterThanOrEqual(0)
      expect(original.width).toBeLessThanOrEqual(100_000)
      expect(map('TIMSoundElem', { second: wrong })).not.toMatchObject({ seconds: -5 })
    }
  })

  test('any payload of any kind becomes content that can be told in words', () => {
    const t = translator('en')
    const payload = fc.oneof(fc.anything({ withNullPrototype: true }), fc.jsonValue())
    const keyed = fc.dictionary(
      fc.constantFrom(
        'text',
        'data',
        'imageInfoArray',
        'operatorInfo',
        'memberList',
        'userIDList',
        'newGroupProfile',
        'groupProfile',
        'abstractList',
        'operationType',
        'fileName',
        'description',
      ),
      fc.anything(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), fc.oneof(payload, keyed), (type, body) => {
        const content = map(type, body)
        const words = kindOf(content).summary(content, t)
        expect(typeof words === 'string' && words !== '').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
