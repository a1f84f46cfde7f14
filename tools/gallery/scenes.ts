import { chatSdk, handOver, type FakeSdk } from './chat-sdk'

/** A component that fills a screen, with an SDK of its own behind it. */
export interface Scene {
  caption: string
  conversationID?: string
  /** What the SDK holds before the component comes. */
  prepare?: (sdk: FakeSdk) => void
  /** What happens once it is there. */
  then?: (sdk: FakeSdk) => void
}

interface Screen {
  caption: string
  conversationID: string
  shown: boolean
}

type Stage = { setData(data: object): void }

/** What a page's data holds of its scenes. */
export const screensOf = (scenes: readonly Scene[]): Screen[] =>
  scenes.map(({ caption, conversationID = '' }) => ({ caption, conversationID, shown: false }))

/** Puts the components up one after another: each takes the SDK that is there when it is attached. */
export function play(page: Stage, scenes: readonly Scene[]): void {
  scenes.forEach(({ prepare, then }, at) => {
    const sdk = chatSdk()
    prepare?.(sdk)
    handOver(sdk)
    page.setData({ [`screens[${at}].shown`]: true })
    then?.(sdk)
  })
  handOver(chatSdk())
}
