export type Handler = (data: unknown) => void
export type Answer = Promise<unknown>

/** As much of an instance of `@tencentcloud/call-engine-wx` as calls use. */
export interface OfficialCallEngine {
  on(event: string, handler: Handler): void
  off(event: string, handler: Handler): void
  login(options: { userID: string; userSig: string }): Answer
  call(options: object): Answer
  groupCall(options: object): Answer
  accept(): Answer
  reject(): Answer
  hangup(): Answer
  inviteUser(options: { userIDList: string[] }): Answer
  openCamera(viewID: string, front?: boolean): Answer
  closeCamera(): Answer
  switchCamera(position: number): Answer
  openMicrophone(): Answer
  closeMicrophone(): Answer
  selectAudioPlaybackDevice(device: number): Answer
  startRemoteView(options: { userID: string; videoViewDomID: string }): Answer
  switchCallMediaType(media: number): Answer
  getTRTCCloudInstance(): {
    InterfaceEventEmitter: {
      on(event: string, handler: Handler): void
      off?(event: string, handler: Handler): void
      emit(event: string, data: unknown): void
    }
    trtc: Readonly<Record<string, ((event: unknown) => void) | undefined>>
  }
}
