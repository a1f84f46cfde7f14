/** What SDK calls resolve with: `{ code, data }`, which the SDK's own typing leaves as `any`. */
export interface SdkReply<T> {
  code: number
  data: T
}
