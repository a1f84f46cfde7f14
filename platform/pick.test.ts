import type { Picker } from './types'

interface Calls {
  success: (result: object) => void
  fail: (error: { errMsg: string }) => void
}

/** What the platform answers next: a result, or why there is none. */
let answer: object | string
const respond = ({ success, fail }: Calls): void =>
  typeof answer === 'string' ? fail({ errMsg: answer }) : success(answer)
let info: object | undefined
let picker: Picker

beforeEach(() => {
  info = { width: 400, height: 300, orientation: 'up' }
  const services = {
    chooseMedia: respond,
    chooseMessageFile: respond,
    chooseLocation: respond,
    getImageInfo: ({ success, fail }: Calls) => (info ? success(info) : fail({ errMsg: 'fail' })),
  }
  Object.assign(globalThis, { wx: services })
  jest.isolateModules(() => ({ picker } = jest.requireActual<{ picker: Picker }>('./pick')))
})

const media = () => picker.media({ from: 'camera', types: ['image'], count: 1 })
const image = { tempFilePath: 'wxfile://a.jpg', size: 9, fileType: 'image' }

test('a picture comes with its size, turned as it is looked at', async () => {
  answer = { tempFiles: [image], type: 'image' }
  const file = { path: 'wxfile://a.jpg', bytes: 9 }
  await expect(media()).resolves.toEqual({
    type: 'picked',
    value: [{ type: 'image', file: { ...file, width: 400, height: 300 } }],
  })
  info = { width: 400, height: 300, orientation: 'right' }
  await expect(media()).resolves.toMatchObject({ value: [{ file: { width: 300, height: 400 } }] })
  info = undefined
  await expect(media()).resolves.toMatchObject({ value: [{ file: { width: 0, height: 0 } }] })
})

test('a video comes with its cover; older platforms tell the kind once', async () => {
  const video = { tempFilePath: 'wxfile://b.mp4', size: 9, width: 4, height: 3, duration: 7.6 }
  answer = { tempFiles: [{ ...video, thumbTempFilePath: 'wxfile://t.jpg' }], type: 'video' }
  await expect(media()).resolves.toMatchObject({
    value: [{ type: 'video', file: { seconds: 8, poster: 'wxfile://t.jpg', width: 4 } }],
  })
})

test.each([
  ['chooseMedia:fail cancel', { type: 'cancelled' }],
  ['chooseMedia:fail auth deny', { type: 'refused', scope: 'camera' }],
  ['chooseMedia:fail system permission denied', { type: 'forbidden', scope: 'camera' }],
  ['chooseMedia:fail privacy permission is not authorized', { type: 'private' }],
  ['chooseMedia:fail invalid data', { type: 'failed' }],
])('%s', async (why, expected) => {
  answer = why
  await expect(media()).resolves.toEqual(expected)
})

test('a place without a name is its address', async () => {
  answer = { name: '', address: '1 Main St', latitude: 1, longitude: 2 }
  await expect(picker.place()).resolves.toMatchObject({ value: { description: '1 Main St', latitude: 1 } })
})

test('files of other chats', async () => {
  answer = { tempFiles: [{ path: 'wxfile://c.pdf', name: 'c.pdf', size: 7, type: 'file' }] }
  await expect(picker.files(9)).resolves.toEqual({
    type: 'picked',
    value: [{ path: 'wxfile://c.pdf', name: 'c.pdf', bytes: 7 }],
  })
})
