import type { Message } from '../store/types'
import { changeMessage } from './change-message'
import type { Kit } from './kit'

/** A file on its way to the screen. */
export interface FileOpening {
  readonly ended: Promise<'opened' | 'failed' | 'cancelled'>
  cancel(): void
}

/** What of the platform is needed for it. */
export interface FileOpener {
  /** @param onProgress not called when the file is on the phone already */
  openFile(file: { url: string; name: string }, onProgress?: (fraction: number) => void): FileOpening
}

/** By the id of their messages. */
const openings = new WeakMap<Kit, Map<string, FileOpening>>()

/** A step that can be seen. */
const STEP = 0.05

function openingsOf(kit: Kit): Map<string, FileOpening> {
  const known = openings.get(kit) ?? new Map<string, FileOpening>()
  openings.set(kit, known)
  return known
}

/**
 * Downloads the file of a message, whose row tells how much of it is there, and shows it. A second call while it is
 * on its way does nothing. @returns `false` when that failed
 */
export async function openFile(kit: Kit, opener: FileOpener, message: Message): Promise<boolean> {
  const { content, id } = message
  const running = openingsOf(kit)
  if (content.type !== 'file' || !content.url) return false
  if (running.has(id)) return true
  let shown = -1
  const tell = (fraction: number): void => {
    const download = Math.min(1, Math.max(0, Number(fraction) || 0))
    if (shown >= 0 && download - shown < STEP) return
    shown = download
    changeMessage(kit, message, (row) => ({ ...row, download }))
  }
  const opening = opener.openFile({ url: content.url, name: content.name }, tell)
  running.set(id, opening)
  const ended = await opening.ended
  running.delete(id)
  if (shown >= 0) changeMessage(kit, message, ({ download: _, ...row }) => row)
  return ended !== 'failed'
}

/** @returns whether the file of that message was on its way */
export function cancelDownload(kit: Kit, id: string): boolean {
  const opening = openingsOf(kit).get(id)
  opening?.cancel()
  return opening !== undefined
}

/** The chat is left: nothing shall open over what comes next. */
export function cancelDownloads(kit: Kit): void {
  for (const opening of openingsOf(kit).values()) opening.cancel()
}
