import { NO_ENGINE } from '../calls/codes'
import type { CallEnd, CallEngine, CallInfo, CallMedia, CallTarget } from '../calls/engine'
import { applyEvent } from '../store/apply-event'
import { NO_CALL, type CallSlice } from '../store/call'
import { toChatError } from '../sdk/errors'
import { loadCallPeople, peopleOf } from './call-people'
import { refuse } from './intent'
import type { Kit } from './kit'

/** `devtools`: the developer tools have neither camera nor microphone. */
export type CallPermit = 'granted' | 'denied' | 'devtools'

/** What happens with calls, for whoever shows or counts them. */
export type CallHappening =
  | { readonly type: 'incoming' | 'begin'; readonly call: CallInfo }
  | {
      readonly type: 'end'
      readonly call: CallInfo
      readonly reason: CallEnd
      /** How long it took; 0 when it did not come about. */
      readonly seconds: number
      /** Who ended it, when that is known. */
      readonly by?: string
    }

export interface CallOptions {
  /** The number of the application: that of the chat is that of the calls. */
  readonly SDKAppID: number
  /** The UserSig of the login, at the time of a call. */
  userSig(): string
  /** Asks for the microphone, and for the camera in video calls; before every call and every answer. */
  permit?(media: CallMedia): Promise<CallPermit>
  /** Before somebody is called. @returns `false`: nobody is called, and the host says why */
  beforeCall?(target: CallTarget): boolean | void | Promise<boolean | void>
  onHappening?(happening: CallHappening): void
}

interface Binding {
  readonly engine: CallEngine
  /** Of each page that shows calls; the newest one is asked. */
  readonly users: CallOptions[]
  /** A call is being prepared: a second tap must not make a second one. */
  starting: boolean
  stop(): void
}

const bindings = new WeakMap<Kit, Binding>()

export const bindingOf = (kit: Kit): Binding | undefined => bindings.get(kit)

export const optionsOf = ({ users }: Binding): CallOptions | undefined => users[users.length - 1]

export const changeCall = (kit: Kit, change: (call: CallSlice) => CallSlice): void =>
  kit.store.set(({ call }) => ({ call: change(call) }))

let notices = 0

/** Says something about the call; a newer thing takes its place. */
export function tellCall(
  kit: Kit,
  kind: NonNullable<CallSlice['notice']>['kind'],
  userIDs: readonly string[] = [],
  code?: number,
): void {
  const notice = { id: ++notices, kind, userIDs, ...(code !== undefined && { code }) }
  changeCall(kit, (call) => ({ ...call, notice }))
}

export const noEngine = (op: string): ReturnType<typeof refuse> =>
  refuse(op, NO_ENGINE, 'No engine of calls is bound: see useCalls')

/** The state of a new call: the microphone is on, voice calls are heard at the ear. */
function begin(call: CallSlice, info: CallInfo): CallSlice {
  const video = info.media === 'video'
  return {
    ...call,
    minimised: false,
    own: { microphone: true, camera: video, front: true, speaker: video },
    people: {},
    notice: undefined,
  }
}

function listen(kit: Kit, { engine, users }: Pick<Binding, 'engine' | 'users'>): () => void {
  const tell = (happening: CallHappening): void => users[users.length - 1]?.onHappening?.(happening)

  const show = (info: CallInfo): void => {
    const before = kit.store.get().call.info
    kit.store.set((state) => {
      const call = before ? state.call : begin(state.call, info)
      const camera = info.media === 'video' && call.own.camera
      const own = camera === call.own.camera ? call.own : { ...call.own, camera }
      return { call: { ...call, info, own, people: peopleOf(state, info, call.people) } }
    })
    if (before?.members.length !== info.members.length) void loadCallPeople(kit, info)
    if (info.phase === 'in-call' && before?.phase !== 'in-call') tell({ type: 'begin', call: info })
  }

  // Names that arrive while it rings.
  const watch = kit.store.subscribe(() => {
    const state = kit.store.get()
    const { info, people } = state.call
    const next = info && peopleOf(state, info, people)
    if (next && next !== people) changeCall(kit, (call) => ({ ...call, people: next }))
  })

  const ends = [
    watch,
    engine.on('incoming', (info) => {
      show(info)
      tell({ type: 'incoming', call: info })
    }),
    engine.on('change', show),
    engine.on('views', () => changeCall(kit, (call) => ({ ...call, views: engine.getViews() }))),
    engine.on('notice', ({ kind, userIDs }) => tellCall(kit, kind, userIDs)),
    engine.on('sent', ({ message }) =>
      kit.store.set((state) => applyEvent(state, { type: 'received', messages: [kit.sdk.map(message)] })),
    ),
    engine.on('error', (cause) => {
      kit.reportQuietly(toChatError('call', cause))
      tellCall(kit, 'failed', [], cause.code)
    }),
    engine.on('end', ({ call, reason, seconds, by }) => {
      const userIDs = by ? [by] : call.members.map(({ userID }) => userID)
      changeCall(kit, ({ available, people }) => ({ ...NO_CALL, available, people }))
      tellCall(kit, reason, userIDs)
      tell({ type: 'end', call, reason, seconds, ...(by && { by }) })
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Begins the engine with each login, and ends it with the login: who is logged out is in no call. */
function followSession(kit: Kit, { engine, users }: Pick<Binding, 'engine' | 'users'>): () => void {
  let begun = ''
  let turn = Promise.resolve()
  const quietly = (op: string, call: () => Promise<void>): void => {
    turn = turn.then(call).catch((cause: unknown) => kit.reportQuietly(toChatError(op, cause)))
  }
  const follow = (): void => {
    const { phase, userID } = kit.store.get().session
    const wanted = phase === 'ready' ? userID : ''
    if (wanted === begun) return
    const before = begun
    begun = wanted
    if (before) {
      changeCall(kit, (call) => ({ ...call, available: false }))
      quietly('destroyCall', () => engine.destroy())
    }
    const options = users[users.length - 1]
    if (!wanted || !options || engine.problem) return
    quietly('initCall', async () => {
      if (begun !== wanted) return
      const { SDKAppID } = options
      const userSig = (): string => users[users.length - 1]?.userSig() ?? ''
      await engine.init({ chat: kit.sdk.instance, SDKAppID, userID: wanted, userSig: userSig() })
      if (begun === wanted) changeCall(kit, (call) => ({ ...call, available: true }))
    })
  }
  const end = kit.store.subscribe(follow)
  if (!engine.problem) engine.prepare?.(kit.sdk.instance)
  follow()
  return () => {
    end()
    begun = ''
    quietly('destroyCall', () => engine.destroy())
  }
}

/**
 * Lets a kit make and take calls with an engine; what it does is in `state.call`. Several pages may use the same one
 * at a time.
 * @returns the function that ends the use; with the last one a call that is on ends, and camera and microphone are
 * released
 */
export function useEngine(kit: Kit, engine: CallEngine, options: CallOptions): () => void {
  let binding = bindings.get(kit)
  if (binding?.engine === engine) binding.users.push(options)
  else {
    binding?.stop()
    const users = [options]
    const parts = { engine, users }
    const quiet = listen(kit, parts)
    const leave = followSession(kit, parts)
    const made: Binding = {
      ...parts,
      starting: false,
      stop() {
        if (bindings.get(kit) === made) bindings.delete(kit)
        quiet()
        leave()
        changeCall(kit, () => NO_CALL)
      },
    }
    bindings.set(kit, (binding = made))
  }
  const used = binding
  return () => {
    const at = used.users.indexOf(options)
    if (at < 0) return
    used.users.splice(at, 1)
    if (!used.users.length) used.stop()
  }
}
