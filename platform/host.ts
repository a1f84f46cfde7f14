/** What the host hands over through `wx`; each may still be missing. The names are the contract with existing hosts. */
export interface HostGlobals {
  /** `wx.$TUIKit`: the SDK instance. */
  instance: unknown
  /** `wx.TencentCloudChat`: the SDK's namespace with `EVENT` and `TYPES`. */
  namespace: unknown
  /** `wx.$chat_userID`. */
  userID: string
  /** `wx.$chat_userSig`; empty when it is not there. */
  userSig: string
  /** `wx.$chat_SDKAppID`; empty when it is not there. */
  appID: string
  /** `wx.$chat_uploadFile`: keeps a picture of the phone and gives its address, for avatars. Optional. */
  uploadFile?: (path: string) => Promise<string>
}

export function hostGlobals(): HostGlobals {
  const globals = wx as unknown as Record<string, unknown>
  const { $chat_userID: userID, $chat_userSig: userSig, $chat_SDKAppID: appID } = globals
  const { $chat_uploadFile: uploadFile } = globals
  return {
    instance: globals.$TUIKit,
    namespace: globals.TencentCloudChat,
    userID: typeof userID === 'string' ? userID : '',
    userSig: typeof userSig === 'string' ? userSig : '',
    appID: typeof appID === 'number' || typeof appID === 'string' ? String(appID) : '',
    ...(typeof uploadFile === 'function' && { uploadFile: uploadFile as HostGlobals['uploadFile'] }),
  }
}
