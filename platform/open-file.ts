import type { FileOpening } from './types'

/** What the platform can be told of; for others it looks at the file. */
const TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const
type FileType = (typeof TYPES)[number]

/** Where what was downloaded is, by address; the platform keeps it until the mini program ends. */
const fetched = new Map<string, string>()

/** Nobody can do anything about it. */
const fail = (): void => undefined

function show(filePath: string, name: string): Promise<boolean> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const fileType: FileType | undefined = TYPES.find((type) => type === ending)
  return new Promise((resolve) =>
    wx.openDocument({
      filePath,
      ...(fileType && { fileType }),
      showMenu: true,
      success: () => resolve(true),
      fail: () => resolve(false),
    }),
  )
}

function download(
  url: string,
  onProgress: ((fraction: number) => void) | undefined,
): { path: Promise<string>; abort(): void } {
  let task: WechatMiniprogram.DownloadTask | undefined
  const path = new Promise<string>((resolve) => {
    task = wx.downloadFile({
      url,
      success: ({ tempFilePath, statusCode }) => resolve(statusCode === 200 ? tempFilePath : ''),
      fail: () => resolve(''),
    })
    if (onProgress) task?.onProgressUpdate(({ progress }) => onProgress(progress / 100))
  })
  return { path, abort: () => task?.abort() }
}

/** Downloads a file once, and shows it. Without `onProgress` the whole screen waits for it. */
export function openFile(
  { url, name }: { url: string; name: string },
  onProgress?: (fraction: number) => void,
): FileOpening {
  let cancelled = false
  let abort = (): void => undefined

  async function run(): Promise<'opened' | 'failed' | 'cancelled'> {
    const known = fetched.get(url)
    if (known && (await show(known, name))) return 'opened'
    onProgress?.(0)
    if (!onProgress) void wx.showLoading({ title: '', mask: true, fail })
    const loading = download(url, onProgress)
    abort = () => loading.abort()
    const path = await loading.path
    if (!onProgress) wx.hideLoading({ fail })
    if (cancelled) return 'cancelled'
    if (!path) return 'failed'
    fetched.set(url, path)
    return (await show(path, name)) ? 'opened' : 'failed'
  }

  return {
    ended: run(),
    cancel() {
      cancelled = true
      abort()
    },
  }
}
