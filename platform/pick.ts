import type { PickAnswer, PickedFile, PickedMedia, PickedPlace, Picker, Scope } from './types'

/** What `wx` has said about why nothing was picked. */
function refusal(errMsg: string, scope: Scope): PickAnswer<never> {
  if (/cancel/i.test(errMsg)) return { type: 'cancelled' }
  if (/privacy/i.test(errMsg)) return { type: 'private' }
  if (/system.*(permission|auth)/i.test(errMsg)) return { type: 'forbidden', scope }
  if (/auth|permission/i.test(errMsg)) return { type: 'refused', scope }
  return { type: 'failed' }
}

type TempFile = Partial<WechatMiniprogram.MediaFile>

/** The platform tells the size of videos, not of every picture. */
function pictureSize(path: string): Promise<{ width: number; height: number }> {
  return new Promise((resolve) => {
    wx.getImageInfo({
      src: path,
      success: ({ width, height, orientation }) =>
        // Of a picture that was taken sideways the platform tells the size of what was stored.
        resolve(/left|right/.test(orientation) ? { width: height, height: width } : { width, height }),
      fail: () => resolve({ width: 0, height: 0 }),
    })
  })
}

async function toMedia(file: TempFile): Promise<PickedMedia> {
  const { tempFilePath: path = '', size: bytes = 0, fileType, thumbTempFilePath: poster = '' } = file
  if (fileType !== 'video')
    return {
      type: 'image',
      file: { path, bytes, ...(path ? await pictureSize(path) : { width: 0, height: 0 }) },
    }
  const { width = 0, height = 0, duration = 0 } = file
  return { type: 'video', file: { path, bytes, width, height, seconds: Math.round(duration), poster } }
}

/** Pictures and videos of the album or fresh from the camera. */
const pickMedia: Picker['media'] = ({ from, types, count }) =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count,
      mediaType: types.length > 1 ? ['mix'] : [...types],
      sourceType: [from],
      // What the platform allows at most.
      maxDuration: 60,
      // Compressed, as people send pictures: an original of 10 MB helps nobody in a chat.
      sizeType: ['compressed'],
      success: ({ tempFiles, type }) => {
        // Older platforms tell the kind once for all of them.
        const files = tempFiles.map((file) =>
          toMedia({ ...file, fileType: file.fileType || (type as 'image') }),
        )
        void Promise.all(files).then((value) => resolve({ type: 'picked', value }))
      },
      fail: ({ errMsg }) => resolve(refusal(errMsg, from === 'camera' ? 'camera' : 'writePhotosAlbum')),
    })
  })

/** Files of other WeChat chats: the only ones that a mini program gets at. */
const pickFiles = (count: number): Promise<PickAnswer<readonly PickedFile[]>> =>
  new Promise((resolve) => {
    wx.chooseMessageFile({
      count,
      type: 'all',
      success: ({ tempFiles }) =>
        resolve({
          type: 'picked',
          value: tempFiles.map(({ path, name, size }) => ({ path, name, bytes: size })),
        }),
      fail: ({ errMsg }) => resolve(refusal(errMsg, 'writePhotosAlbum')),
    })
  })

const pickPlace = (): Promise<PickAnswer<PickedPlace>> =>
  new Promise((resolve) => {
    wx.chooseLocation({
      success: ({ name, address, latitude, longitude }) =>
        // Without a name the platform gives what the map says; without that the address has to do.
        resolve({ type: 'picked', value: { description: name || address, latitude, longitude } }),
      fail: ({ errMsg }) => resolve(refusal(errMsg, 'userLocation')),
    })
  })

export const picker: Picker = { media: pickMedia, files: pickFiles, place: pickPlace }
