import type { Kit } from '../../core/actions/kit'
import type { CallHappening } from '../../core/actions/call'
import { endText, noticeText } from '../../core/calls/notice'
import { callView, NO_CALL_VIEW, type CallView } from '../../core/calls/view'
import { clock } from '../../core/kinds/call-words'
import { coverPage } from '../../core/registry/calls'
import { callPhone } from '../../platform/call-phone'
import { platform } from '../../platform/index'
import { connectTo, acquireHostKit, type Connection, type Instance } from '../base/connect'
import { labels } from '../base/labels'
import { come, go, hold, type Place } from './front'
import { setCallKit } from './media-element'
import { openSession, type SessionListener } from './session'

const TICK_MS = 1000
/** How long a sentence stands over the buttons. */
const SAID_MS = 3000

const words = labels({
  restore: 'callkit.restore',
  minimise: 'callkit.minimise',
  swap: 'callkit.swap',
  add: 'callkit.add',
  others: 'callkit.others',
  calling: 'callkit.calling',
})

/** 0: none. A phone's timers are numbers. */
type Timer = ReturnType<typeof setTimeout>

export interface ScreenData extends CallView {
  labels: typeof words.none
  /** Members that cannot be chosen: they are in the call. */
  taken: string[]
}

export const INITIAL: ScreenData = { ...NO_CALL_VIEW, labels: words.none, taken: [] }

const view: Parameters<typeof connectTo<ScreenData>>[2] = (state, props, t) => {
  const sight = { me: state.session.userID, large: String(props.large) }
  const here = state.call.info?.members.filter((member) => member.state !== 'left') ?? []
  return {
    ...callView(state.call, sight, t),
    labels: words.of(t),
    taken: here.map(({ userID }) => userID),
  }
}

/** How a component shows a call: what it has to be for that. */
export interface Screen extends Instance {
  /** Of a sound of the host's; empty for the kit's own. */
  ringPath(): string
}

/** A call on the page: the view, the sound, the clock, and the end of all of them. */
export class CallScreen implements Place {
  readonly connection: Connection
  private readonly endSession: () => void
  private readonly unsubscribe: () => void
  private timer = 0 as Timer
  private silence = 0 as Timer
  private told = 0
  private awake = false
  private covering = false
  private begun = false
  private readonly forgetKit: () => void

  /** @returns nothing while the host has not handed over an SDK */
  static open(screen: Screen, listener: SessionListener): CallScreen | undefined {
    const kit = acquireHostKit()
    return kit && new CallScreen(kit, screen, listener)
  }

  private constructor(
    readonly kit: Kit,
    private readonly screen: Screen,
    listener: SessionListener,
  ) {
    this.told = kit.store.get().call.notice?.id ?? 0
    come(this, Boolean(kit.store.get().call.info))
    this.connection = connectTo(screen, kit, view, INITIAL)
    this.forgetKit = setCallKit(kit)
    const happened = (happening: CallHappening): void => {
      if (happening.type === 'end') this.tellEnd(happening)
      listener.happened(happening)
    }
    this.endSession = openSession(kit, { ...listener, happened })
    this.unsubscribe = kit.store.subscribe(() => this.follow())
    this.begun = true
    this.follow()
  }

  setFront(front: boolean): void {
    if (front === this.screen.data.active) return
    this.screen.setData({ active: front })
    if (!this.begun) return
    this.connection.refresh()
    this.follow()
  }

  private tellEnd({ call, reason }: Extract<CallHappening, { type: 'end' }>): void {
    const text = endText(call, reason, this.kit.t())
    if (text) platform.toast(text)
  }

  private follow(): void {
    const { call } = this.kit.store.get()
    hold(this, Boolean(call.info))
    // It is shown, and heard, on one page only.
    if (!this.screen.data.active) return
    const phase = call.info?.phase
    callPhone.ring(phase === 'incoming' || phase === 'dialing' ? phase : '', this.screen.ringPath())
    this.stayAwake(Boolean(call.info))
    this.cover(Boolean(call.info) && !call.minimised)
    this.tick(phase === 'in-call')
    const { notice } = call
    if (!notice || notice.id === this.told) return
    this.told = notice.id
    this.say(noticeText(call, this.kit.t()), Boolean(call.info))
  }

  private stayAwake(on: boolean): void {
    if (on === this.awake) return
    this.awake = on
    callPhone.keepScreenOn(on)
    callPhone.askBeforeLeaving(on ? this.kit.t()('callkit.leaving') : '')
  }

  private cover(covering: boolean): void {
    if (covering === this.covering) return
    this.covering = covering
    coverPage(covering)
    if (covering) platform.hideKeyboard()
  }

  private say(text: string, over: boolean): void {
    if (!text) return
    if (!over) return platform.toast(text)
    clearTimeout(this.silence)
    this.screen.setData({ said: text })
    this.silence = setTimeout(() => this.screen.setData({ said: '' }), SAID_MS)
  }

  private tick(on: boolean): void {
    if (on === Boolean(this.timer)) return
    clearInterval(this.timer)
    this.timer = on ? setInterval(() => this.showTime(), TICK_MS) : 0
    if (on) this.showTime()
    else if (this.screen.data.time) this.screen.setData({ time: '' })
  }

  private showTime(): void {
    const { startedAt } = this.kit.store.get().call.info ?? {}
    const seconds = startedAt ? Math.max(0, Math.floor((this.kit.sdk.now() - startedAt) / 1000)) : 0
    const time = clock(seconds)
    if (time !== this.screen.data.time) this.screen.setData({ time })
  }

  close(): void {
    this.unsubscribe()
    this.endSession()
    this.begun = false
    if (this.screen.data.active) callPhone.ring('')
    this.stayAwake(false)
    this.cover(false)
    clearInterval(this.timer)
    clearTimeout(this.silence)
    this.forgetKit()
    this.connection.release()
    go(this)
  }
}
