import { stopVoice } from '../../../core/actions/play-voice'
import type { Key } from '../../../locales/index'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { BARS, createTalk, SILENT, type Talk, type TalkEnd } from './talk'

const WORDS = {
  tooShort: 'voice.tooShort',
  interrupted: 'voice.interrupted',
  failed: 'voice.failed',
  new: 'voice.allowed',
  declined: 'voice.declined',
  private: 'voice.private',
} as const satisfies Record<string, Key>

interface Holding {
  talk: Talk
  /** The finger that holds the button. */
  finger: number | undefined
}
/** Not for the view. */
const holdings = new WeakMap<object, Holding>()

/**
 * Hold to talk. While somebody does, a screen over everything shows how loud it is, how to cancel, and when the time
 * is over. Events: `record` with `{ path, ms, bytes }`, `keyboard` when there will be no microphone.
 */
Component({
  behaviors: [
    connect({
      initial: { labels: { hold: '', release: '', cancel: '', slide: '', left: '' } },
      props: ['left'],
      view: (_state, { left }, t) => ({
        labels: {
          hold: t('voice.hold'),
          release: t('voice.release'),
          cancel: t('voice.releaseToCancel'),
          slide: t('voice.slideToCancel'),
          left: left ? t('voice.left', { count: Number(left) }) : '',
        },
      }),
    }),
  ],
  properties: {
    /** What is said belongs to this chat; another one ends it. */
    conversationID: { type: String, value: '' },
  },
  data: { ...SILENT, bars: Array.from({ length: BARS }, (_, at) => at) },
  observers: {
    conversationID() {
      this.abort()
    },
  },
  lifetimes: {
    attached() {
      const { permissions, recorder } = platform
      const talk = createTalk({
        permissions,
        recorder,
        begins: () => this.onBegin(),
        show: (change) => this.setData(change),
        ended: (end) => void this.onEnd(end),
      })
      holdings.set(this, { talk, finger: undefined })
    },
    detached() {
      holdings.get(this)?.talk.close()
    },
  },
  pageLifetimes: {
    hide() {
      this.abort()
    },
  },
  methods: {
    /** The place of the finger that holds the button, if this event is about it. */
    place(event: WechatMiniprogram.TouchEvent): number | undefined {
      const finger = holdings.get(this)?.finger
      return event.changedTouches.find(({ identifier }) => identifier === finger)?.clientY
    },
    onPress(event: WechatMiniprogram.TouchEvent) {
      const holding = holdings.get(this)
      const [touch] = event.changedTouches
      if (!holding || !touch || holding.finger !== undefined) return
      holding.finger = touch.identifier
      holding.talk.press(touch.clientY)
    },
    onMove(event: WechatMiniprogram.TouchEvent) {
      const y = this.place(event)
      if (y !== undefined) holdings.get(this)?.talk.move(y)
    },
    onRelease(event: WechatMiniprogram.TouchEvent) {
      const holding = holdings.get(this)
      if (!holding || this.place(event) === undefined) return
      holding.finger = undefined
      holding.talk.release()
    },
    /** The system has taken the finger: for a call, a dialog, the shade. */
    abort() {
      const holding = holdings.get(this)
      if (!holding) return
      holding.finger = undefined
      holding.talk.abort()
    },
    onBegin() {
      const kit = kitOf(this)
      if (kit) stopVoice(kit)
      platform.vibrate()
    },
    async onEnd(end: TalkEnd) {
      const t = kitOf(this)?.t()
      if (!t) return
      if (end.type === 'recorded') {
        const { path, ms, bytes } = end
        this.triggerEvent('record', { path, ms, bytes })
      } else if (end.type === 'denied') {
        const { permission } = end
        if (permission !== 'refused' && permission !== 'forbidden')
          return platform.toast(t(WORDS[permission]))
        const text = t(permission === 'refused' ? 'voice.refused' : 'voice.forbidden')
        const go = await platform.confirm({ text, yes: t('voice.toSettings'), no: t('voice.useKeyboard') })
        if (go) await platform.permissions.openSettings('record', permission)
        else this.triggerEvent('keyboard')
      } else if (end.type !== 'cancelled') platform.toast(t(WORDS[end.type]))
    },
  },
})
