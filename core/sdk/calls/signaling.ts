import type { SdkReply } from '../reply'

/** What calls are signalled with; `@tencentcloud/lite-chat` has none of it. */
export interface SignalingInstance {
  invite?(options: { userID: string; data: string; timeout: number }): Promise<SdkReply<unknown>>
  inviteInGroup?(options: {
    groupID: string
    inviteeList: string[]
    data: string
    timeout: number
  }): Promise<SdkReply<unknown>>
  accept?(options: { inviteID: string; data: string }): Promise<SdkReply<unknown>>
  reject?(options: { inviteID: string; data: string }): Promise<SdkReply<unknown>>
  cancel?(options: { inviteID: string; data: string }): Promise<SdkReply<unknown>>
  addSignalingListener?(event: string, handler: (event: unknown) => void): void
  removeSignalingListener?(event: string, handler: (event: unknown) => void): void
}
