import { hostGlobals, platform } from '../../platform/index'

/** Whether the host takes files: the SDK has no place for pictures that belong to no message. */
export const canUpload = (): boolean => hostGlobals().uploadFile !== undefined

type Uploaded = { ok: true; url: string } | { ok: false; cancelled: boolean }

/** Lets the user choose a picture, and the host keep it. */
export async function uploadPicture(): Promise<Uploaded> {
  const { uploadFile } = hostGlobals()
  const answer = await platform.picker.media({ from: 'album', types: ['image'], count: 1 })
  if (answer.type === 'cancelled') return { ok: false, cancelled: true }
  const path = answer.type === 'picked' ? answer.value[0]?.file.path : ''
  if (!path || !uploadFile) return { ok: false, cancelled: false }
  try {
    const url: unknown = await uploadFile(path)
    return typeof url === 'string' && url ? { ok: true, url } : { ok: false, cancelled: false }
  } catch {
    // The host's own function: whatever it throws, the picture is not there.
    return { ok: false, cancelled: false }
  }
}
