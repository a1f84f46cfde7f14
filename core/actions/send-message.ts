import { beforeSending } from '../registry/hooks'
import { parseConversationID } from '../store/conversation-id'
import { FILE_EMPTY, FILE_TOO_LARGE, IMAGE_TOO_LARGE, NOT_READY } from '../store/codes'
import { showsProgress, type Outgoing } from '../store/outgoing'
import { addNewer, changeMessages } from '../store/thread'
import type { ChatError, Message, Result } from '../store/types'
import { attemptNow } from './attempt'
import { changeThread } from './change-thread'
import type { Kit } from './kit'
import { deliver } from './outbox'

/** The SDK's own limits, bytes. */
const MB = 1024 * 1024
const MAX_BYTES = { image: 20 * MB, audio: 20 * MB, video: 100 * MB, file: 100 * MB } as const

/** The row of an upload moves on by at least this much, and not more often than this, ms. */
const PROGRESS_STEP = 0.05
const PROGRESS_MS = 150

const OPS: Readonly<Record<Outgoing['type'], string>> = {
  text: 'createTextMessage',
  image: 'createImageMessage',
  video: 'createVideoMessage',
  audio: 'createAudioMessage',
  file: 'createFileMessage',
  face: 'createFaceMessage',
  location: 'createLocationMessage',
  custom: 'createCustomMessage',
}

function problemOf(kit: Kit, conversationID: string, outgoing: Outgoing): ChatError | undefined {
  const refuse = (code: number, retryable: boolean, cause: string): ChatError => ({
    code,
    op: OPS[outgoing.type],
    retryable,
    cause,
  })
  const { session, messages } = kit.store.get()
  if (session.phase !== 'ready' || !messages[conversationID])
    return refuse(NOT_READY, true, 'the chat is not open yet')
  if (!('file' in outgoing)) return undefined
  const { bytes, path } = outgoing.file
  const max = MAX_BYTES[outgoing.type]
  if (!path || !(bytes > 0)) return refuse(FILE_EMPTY, false, 'there is nothing in the file')
  if (bytes <= max) return undefined
  const code = outgoing.type === 'image' ? IMAGE_TOO_LARGE : FILE_TOO_LARGE
  return refuse(code, false, `${bytes} bytes are more than ${max}`)
}

/** Tells the row how much of it has gone up, in steps that can be seen. */
function progressTeller(kit: Kit, conversationID: string) {
  let id = ''
  let shown = 0
  let shownAt = 0
  return {
    tells: (message: Message) => void (id = message.id),
    onProgress: (fraction: number): void => {
      const progress = Math.min(1, Math.max(0, Number(fraction) || 0))
      const now = Date.now()
      const small = progress < 1 && progress - shown < PROGRESS_STEP
      if (!id || progress <= shown || small || (progress < 1 && now - shownAt < PROGRESS_MS)) return
      shown = progress
      shownAt = now
      changeThread(kit, conversationID, (thread) =>
        changeMessages(thread, (row) =>
          row.id === id && row.status === 'sending' ? { ...row, progress } : row,
        ),
      )
    },
  }
}

interface Extra {
  cloudCustomData?: string
}

/**
 * Puts a message into its thread as being sent. Fails, and leaves nothing behind, when it cannot be sent at all: too
 * large, not logged in, not a conversation. SDK: `create…Message`.
 * @returns the message to deliver; nothing when the host keeps it back
 */
export function compose(
  kit: Kit,
  conversationID: string,
  outgoing: Outgoing,
  { cloudCustomData }: Extra = {},
): Result<Message | undefined> {
  const passed = beforeSending(outgoing, conversationID)
  return passed ? put(kit, conversationID, passed, cloudCustomData) : { ok: true, value: undefined }
}

function put(
  kit: Kit,
  conversationID: string,
  outgoing: Outgoing,
  cloudCustomData: string | undefined,
): Result<Message> {
  const problem = problemOf(kit, conversationID, outgoing)
  if (problem) return { ok: false, error: problem }
  const teller = showsProgress(outgoing.type) ? progressTeller(kit, conversationID) : undefined
  const group = parseConversationID(conversationID)?.type === 'GROUP'
  const { live, settings } = kit.store.get()
  const created = attemptNow(OPS[outgoing.type], () =>
    kit.sdk.create(conversationID, outgoing, {
      cloudCustomData,
      needReadReceipt: group && !live[conversationID] && settings.readReceipts !== false,
      onProgress: teller?.onProgress,
    }),
  )
  if (!created.ok) return created
  teller?.tells(created.value)
  const message = teller ? { ...created.value, progress: 0 } : created.value
  changeThread(kit, conversationID, (thread) => addNewer(thread, [message]))
  return { ok: true, value: message }
}

/** Sends what was composed, or says why there is nothing to send. In the order of the calls. */
export function deliverComposed(kit: Kit, composed: Result<Message | undefined>): Promise<Result<void>> {
  if (composed.ok)
    return composed.value ? deliver(kit, composed.value) : Promise.resolve({ ok: true, value: undefined })
  kit.report(composed.error)
  return Promise.resolve(composed)
}

/** Shows the message as being sent at once, then sends it. */
export const send = (kit: Kit, conversationID: string, outgoing: Outgoing): Promise<Result<void>> =>
  deliverComposed(kit, compose(kit, conversationID, outgoing))
