import { permissions } from './permission'
import type { AlbumAnswer, Platform } from './types'

/** Nobody can do anything about it. */
const fail = (): void => undefined

function download(url: string): Promise<string> {
  // What is on the phone already needs no download.
  if (!/^https?:/i.test(url)) return Promise.resolve(url)
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ tempFilePath, statusCode }) =>
        statusCode === 200 ? resolve(tempFilePath) : reject(new Error(`HTTP ${statusCode}`)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}

function put(type: 'image' | 'video', filePath: string): Promise<AlbumAnswer> {
  return new Promise((resolve) => {
    const options = {
      filePath,
      success: () => resolve('saved'),
      fail: ({ errMsg }: { errMsg: string }) => {
        if (/cancel/i.test(errMsg)) resolve('cancelled')
        else if (/auth/i.test(errMsg)) {
          // It was allowed before, and is not any more.
          permissions.forget('writePhotosAlbum')
          resolve('refused')
        } else resolve('failed')
      },
    }
    if (type === 'image') wx.saveImageToPhotosAlbum(options)
    else wx.saveVideoToPhotosAlbum(options)
  })
}

export const saveMedia: Platform['saveMedia'] = async ({ type, url }) => {
  const answer = await permissions.request('writePhotosAlbum')
  if (answer === 'refused' || answer === 'forbidden') return answer
  if (answer === 'declined' || answer === 'private') return 'cancelled'
  void wx.showLoading({ title: '', mask: true, fail })
  try {
    const path = await download(url)
    wx.hideLoading({ fail })
    return await put(type, path)
  } catch {
    // No network, or the file is gone: told in one word.
    wx.hideLoading({ fail })
    return 'failed'
  }
}
