import { amount, list, number, record, text } from '../../utils/read'
import { callError, CALL_ON } from './codes'
import { knows, member, withMember, type Call } from './call-state'
import { ELEMENT_HANDLERS } from './element-events'
import { createEmitter } from './emitter'
import type { Answer, Handler, OfficialCallEngine } from './official-api'
import { createOfficialViews } from './official-views'
import type { CallContext, CallEnd, CallEngine, CallEvents, CallInfo } from './engine'

const MOST = 20
const OWN_VIEW = 'localVideo'
const FRONT = 0
const BACK = 1
const SPEAKER = 0
const EAR = 1
/** Its `reason`; 0 says nothing. */
const REASONS: Readonly<Record<number, CallEnd>> = {
  1: 'hangup',
  2: 'rejected',
  3: 'no-answer',
  4: 'offline',
  5: 'busy',
  6: 'canceled',
  7: 'other-device',
  8: 'other-device',
}

const userOf = (data: unknown): string => text(record(data).userID)
const mediaOf = (type: unknown): 'audio' | 'video' => (number(type) === 2 ? 'video' : 'audio')

/**
 * Calls by an instance of Tencent's own engine, which the host has created and pays for; it understands the newer
 * call service as well. Nothing of it is in the kit.
 *
 * @example
 * TUICallEngine.once('ready', () => {
 *   const engine = TUICallEngine.createInstance({ SDKAppID, tim: wx.$TUIKit })
 *   useCalls(createOfficialEngine(engine))
 * })
 */
export function createOfficialEngine(engine: OfficialCallEngine): CallEngine {
  const { on, emit } = createEmitter<CallEvents>()
  let info: CallInfo | undefined
  let context: CallContext | undefined
  const views = createOfficialViews(() => emit('views', undefined))
  /** Why the call may be over, when the engine does not say. */
  let hint: { reason: CallEnd; by?: string } | undefined
  let front = true
  let ends: (() => void)[] = []

  const now = (): number => {
    const { chat } = context ?? {}
    return Number((chat?.isReady() && chat.getServerTime?.()) || Date.now())
  }

  function change(next: Partial<CallInfo>): void {
    if (!info) return
    info = { ...info, ...next }
    emit('change', info)
  }
  const changeMember = (userID: string, next: Partial<CallInfo['members'][number]>): void => {
    if (info && userID && userID !== context?.userID)
      change({ members: withMember(info as Call, userID, next).members })
  }

  function finish(data: unknown, usual: CallEnd): void {
    if (!info) return
    const { reason, totalTime } = record(data)
    const by = userOf(data) || hint?.by
    const ended = {
      call: info,
      reason: REASONS[number(reason)] ?? hint?.reason ?? usual,
      seconds: info.startedAt === undefined ? 0 : Math.round(amount(totalTime)),
      ...(by && by !== context?.userID && { by }),
    }
    info = undefined
    views.close()
    emit('end', ended)
  }

  /** Of several the others go on. */
  function gone(userIDs: readonly string[], kind: CallEvents['notice']['kind'], reason: CallEnd): void {
    hint = { reason, ...(userIDs[0] && { by: userIDs[0] }) }
    for (const userID of userIDs) changeMember(userID, { state: 'left', audio: false, video: false })
    if (info?.groupID) emit('notice', { kind, userIDs })
  }

  const HEARD: Readonly<Record<string, Handler>> = {
    onCallReceived(data) {
      const { callerId, calleeIdList, chatGroupID, callMediaType, callId } = record(data)
      const callerID = text(callerId)
      if (!callerID || info) return
      const others = list(calleeIdList, MOST).map(text)
      hint = undefined
      info = {
        callID: text(callId),
        role: 'callee',
        media: mediaOf(callMediaType),
        ...(text(chatGroupID) && { groupID: text(chatGroupID) }),
        callerID,
        members: [
          member(callerID, 'joined'),
          ...others
            .filter((userID) => userID && userID !== callerID && userID !== context?.userID)
            .map((userID) => member(userID)),
        ],
        phase: 'incoming',
      }
      emit('incoming', info)
    },
    onCallBegin(data) {
      change({
        phase: 'in-call',
        startedAt: info?.startedAt ?? now(),
        callID: text(record(data).callId) || info?.callID || '',
      })
    },
    onCallEnd: (data) => finish(data, 'hangup'),
    onCallNotConnected: (data) => finish(data, info?.role === 'callee' ? 'canceled' : 'no-answer'),
    onUserInviting: (data) => changeMember(userOf(data), { state: 'inviting' }),
    onUserAccept: (data) => changeMember(userOf(data), { state: 'joined' }),
    onUserJoin: (data) => changeMember(userOf(data), { state: 'joined' }),
    onUserLeave: (data) => gone([userOf(data)], 'left', 'hangup'),
    onUserReject: (data) => gone([userOf(data)], 'rejected', 'rejected'),
    onUserLineBusy: (data) => gone([userOf(data)], 'busy', 'busy'),
    onUserNoResponse: (data) =>
      gone(list(record(data).userIDList, MOST).map(text).filter(Boolean), 'no-answer', 'no-answer'),
    onUserAudioAvailable: (data) =>
      changeMember(userOf(data), { audio: record(data).isAudioAvailable === true }),
    onUserVideoAvailable(data) {
      const userID = userOf(data)
      const video = record(data).isVideoAvailable === true
      changeMember(userID, { video })
      if (video && info && knows(info as Call, userID))
        void engine.startRemoteView({ userID, videoViewDomID: `${userID}_main` }).catch(() => undefined)
    },
    onCallMediaTypeChanged: (data) => change({ media: mediaOf(record(data).newCallMediaType ?? 1) }),
    onKickedOut: () => finish({}, 'offline'),
    onError(data) {
      const { code, message } = record(data)
      emit('error', { code: number(code), message: text(message) })
    },
  }

  /** It answers when the picture is there, for which no call waits. */
  const openCamera = (media: CallInfo['media'] | undefined): void => {
    if (media === 'video') engine.openCamera(OWN_VIEW, true).catch(() => undefined)
  }
  const quietly = async (answer: Answer): Promise<void> => void (await answer)
  const cloud = (): ReturnType<OfficialCallEngine['getTRTCCloudInstance']> => engine.getTRTCCloudInstance()

  return {
    name: 'official',

    async init(given) {
      context = given
      for (const [name, handler] of Object.entries(HEARD)) engine.on(name, handler)
      await engine.login({ userID: given.userID, userSig: given.userSig })
      const { InterfaceEventEmitter } = cloud()
      for (const [name, handler] of Object.entries(views.handlers)) InterfaceEventEmitter.on(name, handler)
      ends = [
        ...Object.entries(HEARD).map(
          ([name, handler]) =>
            () =>
              engine.off(name, handler),
        ),
        ...Object.entries(views.handlers).map(
          ([name, handler]) =>
            () =>
              InterfaceEventEmitter.off?.(name, handler),
        ),
      ]
    },

    async destroy() {
      const rings = info?.phase === 'incoming'
      if (info) await quietly(rings ? engine.reject() : engine.hangup()).catch(() => undefined)
      finish({}, 'offline')
      for (const end of ends.splice(0)) end()
    },

    async call({ userIDs, groupID, media, timeout = 30, roomID, userData }) {
      if (info) throw callError(CALL_ON, 'There is a call already')
      hint = undefined
      front = true
      info = {
        callID: '',
        role: 'caller',
        media,
        ...(groupID && { groupID }),
        callerID: context?.userID ?? '',
        members: userIDs.map((userID) => member(userID)),
        phase: 'dialing',
      }
      emit('change', info)
      views.open()
      const rest = {
        type: media === 'video' ? 2 : 1,
        timeout,
        ...(roomID && { roomID }),
        ...(userData && { userData }),
      }
      try {
        if (groupID) await engine.groupCall({ userIDList: [...userIDs], groupID, ...rest })
        else await engine.call({ userID: userIDs[0], ...rest })
        openCamera(media)
      } catch (cause) {
        if (info) finish({}, 'error')
        throw cause
      }
      return info?.callID ?? ''
    },

    async accept() {
      change({ phase: 'connecting' })
      views.open()
      try {
        await engine.accept()
        openCamera(info?.media)
      } catch (cause) {
        if (info) finish({}, 'error')
        throw cause
      }
    },
    reject() {
      hint = { reason: 'rejected' }
      return quietly(engine.reject())
    },
    hangup() {
      hint = { reason: info?.phase === 'dialing' ? 'canceled' : 'hangup' }
      return quietly(engine.hangup())
    },
    inviteUsers: (userIDs) => quietly(engine.inviteUser({ userIDList: [...userIDs] })),
    setMicrophone: (is) => quietly(is ? engine.openMicrophone() : engine.closeMicrophone()),
    async setCamera(is, wanted = front) {
      if (wanted !== front) await engine.switchCamera(wanted ? FRONT : BACK)
      front = wanted
      await (is ? engine.openCamera(OWN_VIEW, wanted) : engine.closeCamera())
    },
    setSpeaker: (is) => quietly(engine.selectAudioPlaybackDevice(is ? SPEAKER : EAR)),
    switchMedia: (media) => quietly(engine.switchCallMediaType(media === 'video' ? 2 : 1)),
    getViews: () => views.get(),

    viewEvent(kind, name, event) {
      const handler = (ELEMENT_HANDLERS[kind] as Readonly<Record<string, string>>)[name]
      const { trtc } = cloud()
      if (handler) trtc[handler]?.(event)
    },
    viewReady(kind, id, ready) {
      const { InterfaceEventEmitter } = cloud()
      if (kind === 'pusher') InterfaceEventEmitter.emit('pusherDomReady', ready)
      else InterfaceEventEmitter.emit('playerDomReady', { isReady: ready, view: id })
    },
    on,
  }
}
