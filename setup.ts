import type { ChatSDK } from '@tencentcloud/chat'
import { toChatError } from './core/sdk/errors'
import type { ChatError } from './core/store/types'

export type { ChatError } from './core/store/types'

/** The namespace that `import TencentCloudChat from '@tencentcloud/chat'` gives. */
export interface ChatNamespace {
  create(options: { SDKAppID: number; [option: string]: unknown }): ChatSDK
  EVENT: { SDK_READY: string; KICKED_OUT: string; [event: string]: string }
  [member: string]: unknown
}

export interface SetupOptions {
  /** `@tencentcloud/chat`, or `@tencentcloud/lite-chat`: the host brings the SDK, so it can live in any package. */
  TencentCloudChat: ChatNamespace
  /** The number of the application in the console of Tencent Cloud Chat. */
  SDKAppID: number
  /** The user who logs in. */
  userID: string
  /**
   * Asks the host's server for a UserSig of `userID`. Called for the first login, and again when the signature has
   * expired, so that the user does not notice. The server has to know who is asking before it signs.
   */
  getUserSig: (userID: string) => string | Promise<string>
  /** Plugins by their names, for example `{ 'tim-upload-plugin': TIMUploadPlugin }`. */
  plugins?: Record<string, unknown>
  /** More options of `TencentCloudChat.create`, for example `{ proxyServer }`. */
  createOptions?: Record<string, unknown>
  /** Told of each change of state. */
  onState?: (state: SetupState) => void
}

export type SetupState =
  | { readonly status: 'logging-in' }
  | { readonly status: 'ready' }
  /** `login()` tries again. `error.op` is `getUserSig` when the host's server did not answer, else `login`. */
  | { readonly status: 'failed'; readonly error: ChatError }
  /** Another device or the administrator took over. `reason` is the SDK's `KICKED_OUT` type; `login()` comes back. */
  | { readonly status: 'kicked-out'; readonly reason: string }
  | { readonly status: 'stopped' }

export interface ChatSetup {
  /** The SDK instance, the same as `wx.$TUIKit`. */
  readonly chat: ChatSDK
  readonly state: SetupState
  /** Logs in again after `failed` or `kicked-out`. Never rejects: the state tells how it went. */
  login(): Promise<void>
  /** Logs out and lets go of everything; to be called before another user logs in. */
  stop(): Promise<void>
}

/** The SDK's `KICKED_OUT` type, and the code of a login, for a signature that is no longer valid. */
const EXPIRED = 'userSigExpired'
const EXPIRED_CODE = 70001

/**
 * Everything between the host and `<TUIKit>`: creates the SDK, registers its plugins, hands both to the kit through
 * `wx`, logs in, and renews an expired UserSig. `<TUIKit>.init()` may be called at any time after it.
 *
 * @example
 * const setup = setUpChat({
 *   TencentCloudChat, SDKAppID: 1400000000, userID,
 *   getUserSig: () => requestFromMyServer('/usersig'),
 *   plugins: { 'tim-upload-plugin': TIMUploadPlugin },
 *   onState: (state) => console.log(state.status),
 * })
 */
export function setUpChat(options: SetupOptions): ChatSetup {
  const { TencentCloudChat, SDKAppID, userID, plugins = {}, createOptions, onState } = options
  const { SDK_READY, KICKED_OUT } = TencentCloudChat.EVENT
  const chat = TencentCloudChat.create({ ...createOptions, SDKAppID })
  let state: SetupState = { status: 'logging-in' }
  let pending: Promise<void> | undefined

  const enter = (next: SetupState): void => {
    if (state.status === 'stopped') return
    state = next
    onState?.(next)
  }

  const onReady = (): void => {
    if (state.status !== 'ready') enter({ status: 'ready' })
  }
  async function authenticate(): Promise<void> {
    let op = 'getUserSig'
    try {
      const userSig = await options.getUserSig(userID)
      if (state.status === 'stopped') return
      Object.assign(wx, { $chat_userSig: userSig })
      op = 'login'
      // The SDK answers a login with success when anybody is logged in, and stays with that user.
      const current = String(chat.getLoginUser())
      if (current && current !== userID) await chat.logout()
      await chat.login({ userID, userSig })
      if (chat.isReady()) onReady() // it was logged in before: the event has long passed
    } catch (cause) {
      const error = toChatError(op, cause)
      // A server that hands out an old signature would be asked without end: that is for the host to see.
      enter({ status: 'failed', error: { ...error, retryable: error.code !== EXPIRED_CODE } })
    }
  }

  function login(): Promise<void> {
    if (state.status === 'stopped' || state.status === 'ready') return Promise.resolve()
    enter({ status: 'logging-in' })
    pending ??= authenticate().finally(() => (pending = undefined))
    return pending
  }

  const onKickedOut = ({ data }: { data: { type: string } }): void => {
    enter({ status: 'kicked-out', reason: data.type })
    if (data.type === EXPIRED) void login()
  }

  for (const [name, plugin] of Object.entries(plugins)) chat.registerPlugin({ [name]: plugin })
  chat.on(SDK_READY, onReady)
  chat.on(KICKED_OUT, onKickedOut)
  // The contract with the kit; `$chat_userSig` follows when it is known.
  Object.assign(wx, {
    $TUIKit: chat,
    TencentCloudChat,
    $chat_SDKAppID: SDKAppID,
    $chat_userID: userID,
    $chat_userSig: '',
  })
  void login()

  return {
    chat,
    get state() {
      return state
    },
    login,
    async stop() {
      if (state.status === 'stopped') return
      chat.off(SDK_READY, onReady)
      chat.off(KICKED_OUT, onKickedOut)
      enter({ status: 'stopped' })
      await pending
      // It fails when nobody is logged in or the connection is gone: both are what is wanted.
      await chat.logout().catch(() => undefined)
    },
  }
}
