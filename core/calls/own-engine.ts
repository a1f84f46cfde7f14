import type { ChatInstance } from '../sdk/contract'
import { toChatError } from '../sdk/errors'
import { step } from './machine'
import type { Call, Effect, Input, State } from './call-state'
import { BAD_TARGET, callError, CALL_GONE, CALL_ON, NO_MEDIA } from './codes'
import { createEmitter } from './emitter'
import type { CallContext, CallEngine, CallEvents, CallMediaPort } from './engine'
import { createNullMedia } from './null-media'
import { createSignalling, hearSignals, type SignalEvent, type Signalling } from './signalling'

export interface SignalingEngineOptions {
  /** What sends and receives pictures and voices; without one there are no calls. */
  media?: CallMediaPort
}

/** What the SDK answers for an invitation that is over or that it never knew. */
const NO_SUCH_INVITATION = 8020
const MOST_ROOM = 2_147_483_647
const MOST_EARLY = 50

/** Whoever waits for the call to come to something. */
interface Waiting {
  token: number
  /** It has come to it. */
  done(call: Call): boolean
  resolve(callID: string): void
  reject(cause: unknown): void
}

const randomRoom = (): number => 1 + Math.floor(Math.random() * (MOST_ROOM - 1))

/**
 * Calls over the SDK's own signalling, understood by Tencent's Android, iOS and Web kits: the kit's own engine, with
 * pictures and voices left to `media`.
 *
 * @example
 * import TRTC from 'trtc-wx-sdk'
 * useCalls(createSignalingEngine({ media: createTrtcMedia(TRTC) }))
 */
export function createSignalingEngine({
  media = createNullMedia(),
}: SignalingEngineOptions = {}): CallEngine {
  const { on, emit } = createEmitter<CallEvents>()
  let state: State = null
  let tokens = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let session: { context: CallContext; signalling: Signalling; end(): void } | undefined
  let ear: { chat: ChatInstance; end(): void } | undefined
  /** What came before the login was told. */
  let early: SignalEvent[] = []
  let waiting: Waiting[] = []
  /** What went wrong last: the reason for those who wait. */
  let cause: unknown
  let leaving: Promise<unknown> = Promise.resolve()

  const now = (): number => {
    const { chat } = session?.context ?? {}
    return Number((chat?.isReady() && chat.getServerTime?.()) || Date.now())
  }

  const failed = (error: unknown): void => {
    cause = error
    const { code, cause: message } = toChatError('call', error)
    emit('error', { code, message })
  }
  /** What nobody waits for; at the other side the time-out does the same. */
  const unattended = (sent: Promise<unknown> | undefined): void => {
    sent?.catch(() => undefined)
  }

  /** For the call that is on; what comes after its end is of no interest. */
  const attend = ({ token }: Call, sent: Promise<unknown> | undefined, then: Input): void => {
    sent?.then(
      () => dispatch(then),
      (error: unknown) => {
        if (state?.token !== token) return
        const gone = toChatError('call', error).code === NO_SUCH_INVITATION
        if (!gone) failed(error)
        dispatch({ type: 'failed', token, gone })
      },
    )
  }

  async function enter({ room, media: kind }: Call): Promise<void> {
    await leaving
    if (!session) throw callError(CALL_GONE, 'The engine is destroyed')
    const { SDKAppID, userID, userSig } = session.context
    const { roomID, strRoomID } = room
    await media.enter({ SDKAppID, userID, userSig, roomID, media: kind, ...(strRoomID && { strRoomID }) })
  }

  function invite(call: Call, userIDs: readonly string[], more: boolean): void {
    const { token } = call
    session?.signalling.invite(call, userIDs).then(
      (inviteID) => dispatch({ type: 'invited', token, call, inviteID, userIDs }),
      (error: unknown) => {
        if (state?.token !== token) return
        failed(error)
        dispatch(more ? { type: 'notInvited', token, userIDs } : { type: 'failed', token })
      },
    )
  }

  const RUN: { [K in Effect['do']]: (effect: Extract<Effect, { do: K }>) => void } = {
    enter: ({ call }) => {
      const { token } = call
      attend(call, enter(call), { type: 'entered', token })
    },
    leave: () => {
      leaving = media.leave().catch(() => undefined)
    },
    invite: ({ call, userIDs, more }) => invite(call, userIDs, more),
    accept: ({ call, inviteID }) => {
      const { token } = call
      attend(call, session?.signalling.accept(call, inviteID), { type: 'answered', token })
    },
    reject: ({ call, inviteID }) => unattended(session?.signalling.reject(call, inviteID)),
    cancel: ({ call, inviteID }) => unattended(session?.signalling.cancel(call, inviteID)),
    busy: ({ invitation }) => unattended(session?.signalling.busy(invitation)),
    switch: ({ call }) => unattended(session?.signalling.switchToAudio(call)),
    record: ({ call, seconds }) => unattended(session?.signalling.record(call, seconds)),
    timer: ({ token, ms }) => {
      if (timer !== undefined) clearTimeout(timer)
      if (ms) timer = setTimeout(() => dispatch({ type: 'late', token }), ms)
    },
    emit: ({ type }) => {
      if (state) emit(type, state)
    },
    notice: ({ notice }) => emit('notice', notice),
    end: ({ event }) => emit('end', event),
  }

  function dispatch(input: Input): void {
    const before = state
    const made = step(state, input, now())
    state = made.state
    for (const effect of made.effects) (RUN[effect.do] as (effect: Effect) => void)(effect)
    if (before?.media === 'video' && state?.media === 'audio') unattended(media.setCamera(false))
    const over = waiting
    waiting = []
    for (const waiter of over) {
      if (state?.token !== waiter.token) waiter.reject(cause ?? callError(CALL_GONE, 'The call is over'))
      else if (waiter.done(state)) waiter.resolve(state.callID)
      else waiting.push(waiter)
    }
  }

  /** Begins something, and waits until the call has come to it or is over. */
  function begin(token: number, input: Input, done: Waiting['done']): Promise<string> {
    cause = undefined
    return new Promise((resolve, reject) => {
      waiting.push({ token, done, resolve, reject })
      dispatch(input)
    })
  }

  const hearMedia = (): (() => void)[] => [
    media.on('userJoin', ({ userID }) => dispatch({ type: 'userJoin', userID })),
    media.on('userLeave', ({ userID }) => dispatch({ type: 'userLeave', userID })),
    media.on('audio', ({ userID, on: is }) => dispatch({ type: 'audio', userID, on: is })),
    media.on('video', ({ userID, on: is }) => dispatch({ type: 'video', userID, on: is })),
    media.on('volume', ({ userID, volume }) => dispatch({ type: 'volume', userID, value: volume })),
    media.on('quality', ({ userID, quality }) => dispatch({ type: 'quality', userID, value: quality })),
    media.on('views', () => emit('views', undefined)),
    media.on('error', ({ code, message, fatal }) => {
      failed(callError(code, message))
      if (fatal) dispatch({ type: 'lost', reason: 'offline' })
    }),
  ]

  function hear(event: SignalEvent): void {
    if (!session) return void (early = [...early, event].slice(-MOST_EARLY))
    const input = session.signalling.read(event)
    // An invitation gets the token of the call that it may become.
    if (input) dispatch(input.type === 'invitation' ? { ...input, token: ++tokens } : input)
  }

  function prepare(chat: ChatInstance): void {
    if (ear?.chat === chat) return
    ear?.end()
    ear = { chat, end: hearSignals(chat, hear) }
  }

  function destroy(): Promise<void> {
    if (state) dispatch({ type: 'lost', reason: 'offline' })
    session?.end()
    ear?.end()
    early = []
    ear = session = undefined
    return Promise.resolve()
  }

  const token = (): number => state?.token ?? 0

  return {
    name: 'signaling',
    ...(!media.available && { problem: 'no-media' as const }),

    prepare,
    init(context) {
      const { chat, userID } = context
      prepare(chat)
      session?.end()
      const signalling = createSignalling(
        chat,
        userID,
        () => now() / 1000,
        (message) => emit('sent', { message }),
      )
      const ends = hearMedia()
      const end = (): void => {
        for (const stop of ends) stop()
      }
      session = { context, signalling, end }
      for (const event of early.splice(0)) hear(event)
      return Promise.resolve()
    },
    destroy,

    call(target) {
      if (!session) return Promise.reject(callError(CALL_GONE, 'Not initialised'))
      if (!media.available) return Promise.reject(callError(NO_MEDIA, 'There is no media package'))
      if (state) return Promise.reject(callError(CALL_ON, 'There is a call already'))
      if (!target.userIDs.length) return Promise.reject(callError(BAD_TARGET, 'Nobody is to be called'))
      const made = ++tokens
      const room = { roomID: target.roomID ?? randomRoom(), strRoomID: '' }
      const me = session.context.userID
      return begin(made, { type: 'call', target, token: made, room, me }, ({ callID }) => callID !== '')
    },

    async accept() {
      if (state?.phase !== 'incoming') throw callError(CALL_GONE, 'Nothing rings')
      await begin(token(), { type: 'accept' }, ({ phase }) => phase === 'in-call')
    },

    // The call is over at once; nobody waits for what is sent.
    reject: () => Promise.resolve(dispatch({ type: 'reject' })),
    hangup: () => Promise.resolve(dispatch({ type: 'hangup' })),

    // What fails is told as an error: the call goes on without them.
    inviteUsers(userIDs) {
      if (!state?.groupID || state.phase !== 'in-call')
        return Promise.reject(callError(CALL_GONE, 'In no call of a group'))
      dispatch({ type: 'inviteMore', userIDs })
      return Promise.resolve()
    },

    setMicrophone: (is) => media.setMicrophone(is),
    setCamera: (is, front) => media.setCamera(is, front),
    setSpeaker: (is) => media.setSpeaker(is),
    switchMedia: (kind) => Promise.resolve(kind === 'audio' ? dispatch({ type: 'switch' }) : undefined),
    getViews: () => media.getViews(),
    viewEvent: (kind, name, event) => media.viewEvent(kind, name, event),
    viewReady: (kind, id, ready) => media.viewReady(kind, id, ready),
    on,
  }
}
