import {
  BAD_TARGET,
  CALL_GONE,
  CALL_ON,
  CALL_REFUSED,
  CALL_UNSUPPORTED,
  DEVTOOLS,
  NO_MEDIA,
  NO_PERMISSION,
} from '../calls/codes'
import type { CallEngine, CallInfo, CallMedia, CallTarget } from '../calls/engine'
import type { CallSlice } from '../store/call'
import type { Result } from '../store/types'
import { bindingOf, changeCall, noEngine, optionsOf, tellCall } from './call-binding'
import { intent, refuse } from './intent'
import type { Kit } from './kit'

export { useEngine, type CallHappening, type CallOptions, type CallPermit } from './call-binding'

type Refusal = ReturnType<typeof refuse>

/** With the user that makes nine, as many as the kits of the field show. */
const MOST_CALLED = 8
const MOST_ROOM = 2_147_483_647

const callOf = (kit: Kit): CallInfo | undefined => kit.store.get().call.info

/** Why this target cannot be called; nothing when it can. */
function wrong({ userIDs, groupID, media, roomID }: CallTarget, me: string): string | undefined {
  if (
    !Array.isArray(userIDs) ||
    !userIDs.length ||
    userIDs.some((userID) => typeof userID !== 'string' || !userID)
  )
    return 'userIDs: at least one user ID is needed'
  if (userIDs.includes(me)) return 'userIDs: nobody calls themselves'
  if (new Set(userIDs).size > (groupID ? MOST_CALLED : 1))
    return groupID ? `userIDs: at most ${MOST_CALLED}` : 'userIDs: several only with a groupID'
  if (media !== 'audio' && media !== 'video') return 'media: audio or video'
  if (roomID !== undefined && !(Number.isInteger(roomID) && roomID > 0 && roomID <= MOST_ROOM))
    return `roomID: 1 to ${MOST_ROOM}`
  return undefined
}

/** Camera and microphone; without them nobody is called and nothing is answered. */
async function permitted(kit: Kit, op: string, media: CallMedia): Promise<Refusal | undefined> {
  const binding = bindingOf(kit)
  const answer = (binding && (await optionsOf(binding)?.permit?.(media))) ?? 'granted'
  if (answer === 'granted') return undefined
  const devtools = answer === 'devtools'
  const code = devtools ? DEVTOOLS : NO_PERMISSION
  tellCall(kit, devtools ? 'devtools' : 'permission', [], code)
  return refuse(op, code, 'Camera or microphone may not be used')
}

/** Fails where it was asked for, and says so; why a call is over has been said by its end. */
async function telling<T>(kit: Kit, op: string, call: () => Promise<T>): Promise<Result<T>> {
  const result = await intent(kit, op, call)
  if (!result.ok && result.error.code !== CALL_GONE) tellCall(kit, 'failed', [], result.error.code)
  return result
}

async function prepare(kit: Kit, target: CallTarget): Promise<Result<string>> {
  const binding = bindingOf(kit)
  if (!binding) return noEngine('call')
  const options = optionsOf(binding)
  const answer = await intent(kit, 'call', async () => options?.beforeCall?.(target))
  if (answer.ok && answer.value === false) return refuse('call', CALL_REFUSED, 'beforeCall refused it')
  const refusal = await permitted(kit, 'call', target.media)
  if (refusal) return refusal
  // Somebody may have called while the user was asked.
  if (callOf(kit) || bindingOf(kit) !== binding) return refuse('call', CALL_ON, 'There is a call already')
  return telling(kit, 'call', () => binding.engine.call(target))
}

/**
 * Calls somebody, or several of a group. There is one call at a time. The state of the call is in `state.call`; what
 * goes wrong is there too, as a notice.
 * @returns the ID of the call
 */
export async function startCall(kit: Kit, target: CallTarget): Promise<Result<string>> {
  const binding = bindingOf(kit)
  if (!binding) return noEngine('call')
  if (binding.engine.problem) {
    tellCall(kit, 'no-media', [], NO_MEDIA)
    return refuse('call', NO_MEDIA, 'There is no media package: see createTrtcMedia')
  }
  // It may come from a host's JavaScript.
  const problem = wrong({ ...target }, kit.store.get().session.userID)
  if (problem) {
    tellCall(kit, 'failed', [], BAD_TARGET)
    return refuse('call', BAD_TARGET, problem)
  }
  if (callOf(kit) || binding.starting) return refuse('call', CALL_ON, 'There is a call already')
  binding.starting = true
  try {
    return await prepare(kit, { ...target, userIDs: [...new Set(target.userIDs)] })
  } finally {
    binding.starting = false
  }
}

/** Something done with the call that is on. */
async function withCall(
  kit: Kit,
  op: string,
  act: (engine: CallEngine) => Promise<void> | undefined,
): Promise<Result<void>> {
  const binding = bindingOf(kit)
  if (!binding) return noEngine(op)
  if (!callOf(kit)) return refuse(op, CALL_GONE, 'There is no call')
  return telling(kit, op, async () => act(binding.engine))
}

/** Takes the call that rings, after asking for camera and microphone; refused, it rings on. */
export async function acceptCall(kit: Kit): Promise<Result<void>> {
  const info = callOf(kit)
  if (info?.phase !== 'incoming') return refuse('acceptCall', CALL_GONE, 'Nothing rings')
  const refusal = await permitted(kit, 'acceptCall', info.media)
  if (refusal) return refusal
  return callOf(kit)?.callID === info.callID
    ? withCall(kit, 'acceptCall', (engine) => engine.accept())
    : refuse('acceptCall', CALL_GONE, 'It rings no more')
}

export const rejectCall = (kit: Kit): Promise<Result<void>> =>
  withCall(kit, 'rejectCall', (engine) => engine.reject())

/** Also cancels what rings at the other side, and refuses what rings here. */
export const hangUp = (kit: Kit): Promise<Result<void>> =>
  withCall(kit, 'hangUp', (engine) => (callOf(kit)?.phase === 'incoming' ? engine.reject() : engine.hangup()))

/** Calls more members of the group into the call. */
export async function inviteToCall(kit: Kit, userIDs: readonly string[]): Promise<Result<void>> {
  const info = callOf(kit)
  const inside = new Set(info?.members.filter(({ state }) => state !== 'left').map(({ userID }) => userID))
  const { userID: me } = kit.store.get().session
  const more = [...new Set(userIDs)].filter((userID) => userID && userID !== me && !inside.has(userID))
  if (!more.length || inside.size + more.length > MOST_CALLED)
    return refuse('inviteToCall', BAD_TARGET, `userIDs: together at most ${MOST_CALLED}`)
  return withCall(kit, 'inviteToCall', (engine) => {
    if (!engine.inviteUsers || !info?.groupID) throw new Unsupported()
    return engine.inviteUsers(more)
  })
}

class Unsupported extends Error {
  readonly code = CALL_UNSUPPORTED
}

type Own = CallSlice['own']

/** Shows it at once; what the engine refuses is taken back. */
async function change(
  kit: Kit,
  op: string,
  own: Partial<Own>,
  act: (engine: CallEngine) => Promise<void>,
): Promise<Result<void>> {
  const before = kit.store.get().call.own
  if (callOf(kit)) changeCall(kit, (call) => ({ ...call, own: { ...call.own, ...own } }))
  const result = await withCall(kit, op, act)
  if (!result.ok && callOf(kit)) {
    const back: Partial<Own> = { ...own }
    for (const key of Object.keys(own) as (keyof Own)[]) Object.assign(back, { [key]: before[key] })
    changeCall(kit, (call) => ({ ...call, own: { ...call.own, ...back } }))
  }
  return result
}

export const setMicrophone = (kit: Kit, on: boolean): Promise<Result<void>> =>
  change(kit, 'setMicrophone', { microphone: on }, (engine) => engine.setMicrophone(on))

export const setCamera = (kit: Kit, on: boolean): Promise<Result<void>> =>
  change(kit, 'setCamera', { camera: on }, (engine) => engine.setCamera(on, kit.store.get().call.own.front))

/** Between the camera at the front and that at the back. */
export function flipCamera(kit: Kit): Promise<Result<void>> {
  const { camera, front } = kit.store.get().call.own
  return change(kit, 'flipCamera', { front: !front }, (engine) => engine.setCamera(camera, !front))
}

/** False: heard at the ear. */
export const setSpeaker = (kit: Kit, on: boolean): Promise<Result<void>> =>
  change(kit, 'setSpeaker', { speaker: on }, (engine) => engine.setSpeaker(on))

/** Makes a video call of two a voice call, on both sides. */
export const switchToAudio = (kit: Kit): Promise<Result<void>> =>
  withCall(kit, 'switchToAudio', (engine) => {
    if (!engine.switchMedia) throw new Unsupported()
    return engine.switchMedia('audio')
  })

/** The call as a small window, or again over the whole page. */
export function minimiseCall(kit: Kit, minimised: boolean): void {
  if (!callOf(kit)) return
  changeCall(kit, (call) => ({ ...call, minimised }))
}

/** An event of a native element; see `CallEngine.viewEvent`. */
export const callViewEvent = (kit: Kit, kind: 'pusher' | 'player', name: string, event: unknown): void =>
  bindingOf(kit)?.engine.viewEvent(kind, name, event)

/** The element is on the screen, or gone; see `CallEngine.viewReady`. */
export const callViewReady = (kit: Kit, kind: 'pusher' | 'player', id: string, ready: boolean): void =>
  bindingOf(kit)?.engine.viewReady(kind, id, ready)
