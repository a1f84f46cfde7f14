import { randomBytes } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Limits } from './limits'

/** What a file is sent as: `file_type` of the SDK. */
export const MediaKind = { IMAGE: 1, VIDEO: 2, AUDIO: 3, FILE: 255 } as const
export type MediaKind = (typeof MediaKind)[keyof typeof MediaKind]

const MAX_BYTES: Record<MediaKind, number> = {
  [MediaKind.IMAGE]: Limits.imageBytes,
  [MediaKind.VIDEO]: Limits.videoBytes,
  [MediaKind.AUDIO]: Limits.audioBytes,
  [MediaKind.FILE]: Limits.fileBytes,
}

/** An upload that is refused; `status` is the answer's. */
export class UploadRefused extends Error {
  constructor(
    readonly status: 400 | 403 | 409 | 413 | 415,
    message: string,
  ) {
    super(message)
  }
}

/** An upload that a fault on demand has cut: its client gets no answer. */
export class UploadCut extends Error {}

/** A file that somebody has announced and nobody has uploaded yet. */
interface Offer {
  readonly userID: string
  readonly maxBytes: number
  /** Milliseconds. */
  readonly expires: number
  /** An upload is under way. */
  busy: boolean
}

export interface StoredFile {
  readonly path: string
  readonly size: number
}

export interface MediaStoreOptions {
  /** Absent: a temporary folder, removed at the end. */
  folder?: string
  /** After how many bytes the upload that begins now is to be cut; see `Faults.takeUploadFault`. */
  cutAt?: (userID: string) => number | undefined
}

const ID = /^[0-9a-f]{32}$/
const PART = '.part'

/**
 * The files of media messages, as plain files named by an ID that cannot be guessed: whoever knows an address may
 * read the file, as with Tencent's. A file is whole or it is not there.
 */
export class MediaStore {
  private readonly offers = new Map<string, Offer>()
  private readonly closing = new AbortController()
  private folder: string | undefined

  constructor(private readonly options: MediaStoreOptions = {}) {
    if (options.folder !== undefined) this.folder = open(options.folder)
  }

  /** Announces a file. Its ID accepts one upload, for a limited time. */
  offer(userID: string, kind: MediaKind): string {
    const now = Date.now()
    for (const [id, { expires }] of this.offers) if (expires < now) this.offers.delete(id)
    const own = [...this.offers].filter(([, offer]) => offer.userID === userID && !offer.busy)
    const [oldest] = own
    if (oldest && own.length >= Limits.openUploads) this.offers.delete(oldest[0])

    const id = randomBytes(16).toString('hex')
    const expires = now + Limits.uploadLifetime * 1000
    this.offers.set(id, { userID, maxBytes: MAX_BYTES[kind], expires, busy: false })
    return id
  }

  /**
   * Refuses an upload by what is known before its first byte.
   * @param announcedBytes `Content-Length` less what is not the file; `undefined` if unknown
   * @throws UploadRefused
   */
  check(id: string, announcedBytes?: number): void {
    const offer = this.offers.get(id)
    if (!offer || offer.expires < Date.now()) throw new UploadRefused(403, 'no upload is expected here')
    if (offer.busy) throw new UploadRefused(409, 'another upload to this address is under way')
    if (announcedBytes !== undefined && announcedBytes > offer.maxBytes) throw tooLarge(offer)
  }

  /**
   * Takes the bytes of an announced file. After a failure nothing of it is left, and its ID can be tried again.
   * @param whole something else that must succeed for the file to be kept
   * @throws UploadRefused, UploadCut, or what broke the stream
   */
  async receive(id: string, source: Readable, whole?: Promise<unknown>): Promise<void> {
    this.check(id)
    const offer = this.offers.get(id) as Offer
    offer.busy = true
    const path = join(this.ensureFolder(), id)
    try {
      const part = createWriteStream(path + PART)
      await pipeline(source, this.meter(offer), part, { signal: this.closing.signal })
      await whole
      if (part.bytesWritten === 0) throw new UploadRefused(400, 'the file is empty')
      await rename(path + PART, path)
      this.offers.delete(id)
    } catch (error) {
      offer.busy = false
      await rm(path + PART, { force: true })
      throw error
    }
  }

  /** Counts what passes, and ends it where it must end. */
  private meter(offer: Offer): Transform {
    const cutAt = this.options.cutAt?.(offer.userID)
    let bytes = 0
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        if (cutAt !== undefined && bytes >= cutAt) done(new UploadCut(`cut at byte ${cutAt}`))
        else if (bytes > offer.maxBytes) done(tooLarge(offer))
        else done(null, chunk)
      },
    })
  }

  find(id: string): StoredFile | undefined {
    if (!ID.test(id) || !this.folder) return undefined
    const path = join(this.folder, id)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() ? { path, size: found.size } : undefined
  }

  /** Breaks off what is under way; removes the files unless they are to stay. */
  close(): void {
    this.closing.abort()
    if (!this.options.folder && this.folder) rmSync(this.folder, { recursive: true, force: true })
  }

  /** A temporary one is made at its first use: most test servers never see a file. */
  private ensureFolder(): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'im-server-'))
    return this.folder
  }
}

/** Clears away what a crash has left half-written. */
function open(folder: string): string {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith(PART)) rmSync(join(folder, name))
  return folder
}

function tooLarge({ maxBytes }: Offer): UploadRefused {
  return new UploadRefused(413, `more than ${maxBytes} bytes`)
}
