import type { DocumentFile, ImageFile, VideoFile, VoiceFile } from '../store/outgoing'
import type { Result } from '../store/types'
import type { Kit } from './kit'
import { send } from './send-message'

/** Sends a picture of the phone, at most 20 MB. SDK: `createImageMessage`. */
export const sendImage = (kit: Kit, conversationID: string, file: ImageFile): Promise<Result<void>> =>
  send(kit, conversationID, { type: 'image', file })

/** Sends a video of the phone, at most 100 MB. SDK: `createVideoMessage`. */
export const sendVideo = (kit: Kit, conversationID: string, file: VideoFile): Promise<Result<void>> =>
  send(kit, conversationID, { type: 'video', file })

/** Sends a recording, at most 20 MB. SDK: `createAudioMessage`. */
export const sendVoice = (kit: Kit, conversationID: string, file: VoiceFile): Promise<Result<void>> =>
  send(kit, conversationID, { type: 'audio', file })

/** Sends a file, at most 100 MB. SDK: `createFileMessage`. */
export const sendFile = (kit: Kit, conversationID: string, file: DocumentFile): Promise<Result<void>> =>
  send(kit, conversationID, { type: 'file', file })
