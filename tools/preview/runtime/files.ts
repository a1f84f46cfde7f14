import { ownerPath, type WxElement } from './framework'

const TEMPORARY = 'wxfile://tmp_'

interface TemporaryFile {
  blob: Blob
  url: string
  name: string
}

const files = new Map<string, TemporaryFile>()
let counter = 0

/** Keeps a file under a path as WeChat gives it out. The path keeps the suffix: the SDK looks at it. */
export function keepFile(blob: Blob, name: string): string {
  const suffix = /\.\w+$/.exec(name)?.[0] ?? suffixOf(blob.type)
  const path = `${TEMPORARY}${Date.now().toString(36)}${(counter += 1)}${suffix}`
  files.set(path, { blob, url: URL.createObjectURL(blob), name })
  return path
}

/** Writes a file of the mini program's own, `wxfile://usr/…`. */
export function keepFileAt(path: string, blob: Blob): void {
  const before = files.get(path)
  if (before) URL.revokeObjectURL(before.url)
  files.set(path, { blob, url: URL.createObjectURL(blob), name: path.split('/').pop() ?? '' })
}

const suffixOf = (type: string): string => {
  const kind = /\/(\w+)/.exec(type)?.[1]
  return kind ? `.${kind === 'jpeg' ? 'jpg' : kind}` : ''
}

/** The content behind a path: a temporary file, a file of the mini program, or an address. */
export async function readPath(path: string): Promise<Blob> {
  const kept = files.get(path)
  if (kept) return kept.blob
  const response = await fetch(resolveSource(path))
  if (!response.ok) throw new Error(`no such file ${path}`)
  return response.blob()
}

export const forgetFile = (path: string): boolean => files.delete(path)

/** The address that the browser can load for a path as written in a template or handed out by `wx`. */
export function resolveSource(source: string, owner?: WxElement): string {
  const kept = files.get(source)
  if (kept) return kept.url
  if (source === '' || /^(?:[a-z]+:|\/\/)/i.test(source)) return source
  const base = owner ? ownerPath(owner) : ''
  // Relative to the page of the phone: this mini program may not be the only one that is served.
  return `files${new URL(source, `http://mini-program/${base}`).pathname}`
}
