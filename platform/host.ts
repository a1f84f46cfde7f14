/** What the host hands over through `wx`; each may still be missing. The names are the contract with existing hosts. */
export interface HostGlobals {
  /** `wx.$TUIKit`: the SDK instance. */
  instance: unknown
  /** `wx.TencentCloudChat`: the SDK's namespace with `EVENT` and `TYPES`. */
  namespace: unknown
  /** `wx.$chat_userID`. */
  userID: string
}

export function hostGlobals(): HostGlobals {
  const globals = wx as unknown as Record<string, unknown>
  const userID = globals.$chat_userID
  return {
    instance: globals.$TUIKit,
    namespace: globals.TencentCloudChat,
    userID: typeof userID === 'string' ? userID : '',
  }
}
