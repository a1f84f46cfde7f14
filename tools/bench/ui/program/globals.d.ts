// As much of WeChat's globals as this program uses; the real types do not go together with the browser's.
interface BenchWx {
  $TUIKit?: unknown
  /** The SDK's namespace, as the kit of this project wants it. */
  TencentCloudChat?: unknown
  /** The same, as kits before 1.1.4 want it. */
  $TUIKitTIM?: unknown
  $chat_SDKAppID?: number
  $chat_userID?: string
  $chat_userSig?: string
  setStorageSync(key: string, value: unknown): void
}

interface BenchComponent {
  init(): void
  /** The incumbent's message list has it: what its refresher calls. */
  refresh(): void
  selectComponent(selector: string): BenchComponent | null
}

interface BenchPage {
  setData(data: Record<string, unknown>, done?: () => void): void
  selectComponent(selector: string): BenchComponent | null
}

declare const wx: BenchWx
declare function App(definition: object): void
declare function Page<T>(definition: T & ThisType<T & BenchPage>): void
