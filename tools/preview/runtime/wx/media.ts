import { el } from '../dom'
import { forgetFile, keepFile, keepFileAt, readPath, resolveSource } from '../files'
import { asyncApis } from './call'
import { showGallery } from './dialogs'

interface ChooseOptions {
  count?: number
  mediaType?: string[]
  type?: string
  extension?: string[]
}

interface Source {
  src: string
}

interface PreviewSource {
  url: string
  type?: string
}

/** The browser's file dialog stands in for album and camera. */
function pickFiles(accept: string, multiple: boolean): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = el('input', { type: 'file', accept, multiple, hidden: true })
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])])
      input.remove()
    })
    input.addEventListener('cancel', () => {
      reject(new Error('cancel'))
      input.remove()
    })
    document.body.append(input)
    input.click()
  })
}

async function imageSize(url: string): Promise<{ width: number; height: number }> {
  const image = new Image()
  image.src = url
  await image.decode()
  return { width: image.naturalWidth, height: image.naturalHeight }
}

/** Size, length and first frame of a video. */
async function describeVideo(
  url: string,
): Promise<{ width: number; height: number; duration: number; thumb: string }> {
  const video = el('video', { src: url, muted: true, preload: 'auto' })
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('loadeddata', () => resolve(), { once: true })
    video.addEventListener('error', () => reject(new Error('the video cannot be read')), { once: true })
  })
  const { videoWidth: width, videoHeight: height, duration } = video
  const canvas = el('canvas', { width, height })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
  return { width, height, duration, thumb: blob ? keepFile(blob, 'thumb.jpg') : '' }
}

async function chooseMedia({ count = 9, mediaType = ['image', 'video'] }: ChooseOptions): Promise<object> {
  const kinds = mediaType.includes('mix') ? ['image', 'video'] : mediaType
  const files = (await pickFiles(kinds.map((kind) => `${kind}/*`).join(','), count > 1)).slice(0, count)
  const tempFiles = await Promise.all(
    files.map(async (file) => {
      const tempFilePath = keepFile(file, file.name)
      const url = resolveSource(tempFilePath)
      if (!file.type.startsWith('video')) {
        return { tempFilePath, size: file.size, fileType: 'image', ...(await imageSize(url)) }
      }
      const { thumb, ...details } = await describeVideo(url)
      return { tempFilePath, size: file.size, fileType: 'video', thumbTempFilePath: thumb, ...details }
    }),
  )
  const types = new Set(tempFiles.map(({ fileType }) => fileType))
  return { tempFiles, type: types.size > 1 ? 'mix' : [...types][0] }
}

async function chooseMessageFile({ count = 1, extension }: ChooseOptions): Promise<object> {
  const accept = extension?.map((name) => (name.startsWith('.') ? name : `.${name}`)).join(',') ?? ''
  const files = (await pickFiles(accept, count > 1)).slice(0, count)
  return {
    tempFiles: files.map((file) => ({
      path: keepFile(file, file.name),
      name: file.name,
      size: file.size,
      type: /^(image|video)/.exec(file.type)?.[1] ?? 'file',
      time: Math.floor(file.lastModified / 1000),
    })),
  }
}

async function getImageInfo({ src }: Source): Promise<object> {
  const blob = await readPath(src)
  const url = URL.createObjectURL(blob)
  try {
    const type = blob.type.replace('image/', '') || 'unknown'
    return { ...(await imageSize(url)), type, path: src, orientation: 'up' }
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function saveFile(path: string): Promise<void> {
  const link = el('a', {
    href: URL.createObjectURL(await readPath(path)),
    download: path.split('/').pop() ?? 'file',
  })
  link.click()
}

interface FileOptions {
  filePath: string
  encoding?: string
}

async function readFile({ filePath, encoding }: FileOptions): Promise<object> {
  const blob = await readPath(filePath)
  return { data: encoding ? await blob.text() : await blob.arrayBuffer() }
}

const fileSystem = asyncApis({
  readFile,
  writeFile: ({ filePath, data }: { filePath: string; data: ArrayBuffer | string }) =>
    keepFileAt(filePath, new Blob([data], { type: filePath.endsWith('.wav') ? 'audio/wav' : '' })),
  getFileInfo: async ({ filePath }: FileOptions) => ({ size: (await readPath(filePath)).size }),
  access: async ({ path }: { path: string }) => void (await readPath(path)),
  saveFile: ({ tempFilePath }: { tempFilePath: string }) => ({ savedFilePath: tempFilePath }),
  unlink: ({ filePath }: FileOptions) => void forgetFile(filePath),
})

export const mediaApi = {
  getFileSystemManager: () => fileSystem,
  ...asyncApis({
    chooseMedia,
    chooseMessageFile,
    chooseImage: async (options: ChooseOptions) => {
      const { tempFiles } = (await chooseMedia({ ...options, mediaType: ['image'] })) as {
        tempFiles: { tempFilePath: string; size: number }[]
      }
      return {
        tempFilePaths: tempFiles.map(({ tempFilePath }) => tempFilePath),
        tempFiles: tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
      }
    },
    chooseVideo: async () => {
      const { tempFiles } = (await chooseMedia({ count: 1, mediaType: ['video'] })) as { tempFiles: object[] }
      return { ...tempFiles[0] }
    },
    previewImage: ({ urls, current }: { urls: string[]; current?: string | number }) => {
      const index = typeof current === 'number' ? current : urls.indexOf(current ?? '')
      showGallery(
        urls.map((url) => ({ url: resolveSource(url), type: 'image' })),
        index,
      )
    },
    previewMedia: ({ sources, current = 0 }: { sources: PreviewSource[]; current?: number }) =>
      showGallery(
        sources.map(({ url, type = 'image' }) => ({ url: resolveSource(url), type })),
        current,
      ),
    getImageInfo,
    getVideoInfo: async ({ src }: Source) => {
      const [{ width, height, duration }, { size }] = await Promise.all([
        describeVideo(resolveSource(src)),
        readPath(src),
      ])
      return { width, height, duration, size, type: 'mp4', orientation: 'up' }
    },
    compressImage: ({ src }: Source) => ({ tempFilePath: src }),
    compressVideo: ({ src }: Source) => ({ tempFilePath: src }),
    saveImageToPhotosAlbum: ({ filePath }: FileOptions) => saveFile(filePath),
    saveVideoToPhotosAlbum: ({ filePath }: FileOptions) => saveFile(filePath),
    openDocument: ({ filePath }: FileOptions) => saveFile(filePath),
    getFileInfo: async ({ filePath }: FileOptions) => ({ size: (await readPath(filePath)).size }),
  }),
}
