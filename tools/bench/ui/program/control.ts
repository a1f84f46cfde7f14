import type { Account, Bench } from '../protocol'
import { ME } from './records'
import * as screen from './screen'
import { createStandIn, type StandIn } from './stand-in'

/** A kit that waits longer than this has nothing more to do. The longest timer of the two is of 300 ms. */
const QUIET_MS = 450
const FIRST = 'C2Cp0'
/** The SDK polls a live room about so often a second. */
const STEPS = 4

interface Preview {
  stats: Record<string, { calls: number }>
}

const setDataCalls = (): number => {
  const { __preview } = globalThis as unknown as { __preview: Preview }
  return Object.values(__preview.stats).reduce((sum, { calls }) => sum + calls, 0)
}

async function settle(): Promise<void> {
  let calls = -1
  let since = performance.now()
  while (performance.now() - since < QUIET_MS) {
    await screen.pause(50)
    if (setDataCalls() === calls) continue
    calls = setDataCalls()
    since = performance.now()
  }
}

/** One step back into the history: what the reader's finger does, and, where it pulls a refresher, what that calls. */
function loadOlder(page: BenchPage): void {
  const list = page.selectComponent('#TUIKit')?.selectComponent('#TUIChat')?.selectComponent('#MessageList')
  if (list?.refresh) list.refresh()
  else screen.scrollToTop()
}

async function loadHistory(page: BenchPage, chat: StandIn, messages: number): Promise<number> {
  for (let tries = 0; chat.handedOut() < messages && tries < 100; tries += 1) {
    const before = chat.handedOut()
    loadOlder(page)
    for (let waits = 0; chat.handedOut() === before && waits < 20; waits += 1) await screen.pause(10)
    if (chat.handedOut() > before) tries = 0
    // Already at the top when the rows came: away from there and back.
    else screen.scroller().scrollTop += 400
    await screen.pause(0)
  }
  return chat.handedOut()
}

export function createBench(page: BenchPage): Bench {
  let chat: StandIn
  let tapped: Promise<number>
  return {
    logIn(account: Account) {
      chat = createStandIn(account)
      wx.$TUIKit = chat.instance
      wx.TencentCloudChat = chat.namespace
      wx.$TUIKitTIM = chat.namespace
      wx.$chat_SDKAppID = 1400000000
      wx.$chat_userID = ME
      wx.$chat_userSig = 'signature'
      wx.setStorageSync('currentUserID', [])
    },
    start(text) {
      const begin = performance.now()
      page.setData({ shown: true }, () => page.selectComponent('#TUIKit')?.init())
      return screen.paintedSince(begin, text)
    },
    awaitTap(text) {
      tapped = screen.nextTap().then((begin) => screen.paintedSince(begin, text))
    },
    tapped: () => tapped,
    holds: screen.holds,
    place: screen.seen,
    settle,
    receive: () => chat.receive(FIRST),
    async burst(count) {
      const begin = performance.now()
      for (let sent = 0; sent < count; sent += 1) {
        const due = begin + (sent * 1000) / count
        await screen.pause(Math.max(0, due - performance.now()))
        chat.receive(FIRST)
      }
    },
    async flood(perSecond, seconds) {
      const begin = performance.now()
      let text = ''
      for (let step = 0; step < seconds * STEPS; step += 1) {
        await screen.pause(Math.max(0, begin + (step * 1000) / STEPS - performance.now()))
        text = chat.speak(perSecond / STEPS)
      }
      return text
    },
    longestTask: screen.longestTask,
    read: () => chat.read(),
    recall: () => chat.recall(),
    newest: () => chat.newest(),
    lastButOne: () => chat.lastButOne(),
    calls: () => chat.calls,
    unanswered: () => [...chat.unanswered],
    loadHistory: (messages) => loadHistory(page, chat, messages),
    toTop: screen.scrollToTop,
    toBottom: screen.scrollToBottom,
    scrollThrough: screen.scrollThrough,
    nodes: screen.countNodes,
  }
}
