/** As hosts of the incumbent call; `type` 1 is a voice call, 2 a video call. */
export interface CallRequest {
  readonly userID?: string
  readonly userIDList?: readonly string[]
  readonly groupID?: string
  readonly type?: 1 | 2
  /** Seconds that it rings. */
  readonly timeout?: number
  readonly roomID?: number
  readonly userData?: string
}
