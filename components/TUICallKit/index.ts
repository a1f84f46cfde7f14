import {
  acceptCall,
  flipCamera,
  hangUp,
  inviteToCall,
  minimiseCall,
  rejectCall,
  setCamera,
  setMicrophone,
  setSpeaker,
  startCall,
  switchToAudio,
  type CallHappening,
} from '../../core/actions/call'
import type { Kit } from '../../core/actions/kit'
import type { CallButtonID } from '../../core/calls/buttons'
import type { CallTarget } from '../../core/calls/engine'
import { onHostReady } from '../../core/registry/calls'
import { hostGlobals, platform } from '../../platform/index'
import { drag } from './drag'
import { targetOf, type CallRequest } from '../../core/registry/call-request'
import { CallScreen, INITIAL } from './screen'

const screens = new WeakMap<object, CallScreen>()
const waits = new WeakMap<object, () => void>()
/** Who is called once members are chosen. */
const wanted = new WeakMap<object, CallTarget>()

const BUTTONS: Readonly<Record<CallButtonID, (kit: Kit) => unknown>> = {
  accept: acceptCall,
  reject: rejectCall,
  hangup: hangUp,
  microphone: (kit) => setMicrophone(kit, !kit.store.get().call.own.microphone),
  speaker: (kit) => setSpeaker(kit, !kit.store.get().call.own.speaker),
  camera: (kit) => setCamera(kit, !kit.store.get().call.own.camera),
  flip: flipCamera,
  toAudio: switchToAudio,
}

/**
 * `<TUICallKit>`: calls, over whatever is on the page. A tag of its own beside `<TUIKit>`; without it, and without
 * `useCalls(engine)`, there are no calls.
 *
 * Methods: `init()`, `call({ userID, type })`, `groupCall({ userIDList, groupID, type })`, `accept()`, `reject()`,
 * `hangup()`.
 * Events: `beforecall` with `{ userIDList, groupID, type, cancel() }`, `aftercall` with `{ callID }` or `{ error }`,
 * `incoming`, `begin`, `ended` with `{ reason, seconds, … }`, `minimised` with `{ minimised }`.
 */
Component({
  behaviors: [drag],
  properties: {
    /** Path of a sound in the mini program that is heard instead of the kit's own. */
    ringtone: { type: String, value: '' },
    /** The call can be made a small window. */
    allowMinimise: { type: Boolean, value: true },
  },
  data: {
    ...INITIAL,
    /** False: another page shows the call. */
    active: true,
    /** How long the call has been on. */
    time: '',
    /** What has just happened in it. */
    said: '',
    /** Whose picture is the large one; empty for the other's. */
    large: '',
    /** Height of the status bar, where the page goes under it. */
    top: 44,
    canMinimise: true,
    /** The group whose members are being chosen. */
    choosing: '',
  },
  observers: {
    allowMinimise(canMinimise: boolean) {
      this.setData({ canMinimise })
    },
  },
  lifetimes: {
    attached() {
      // Under the platform's own bar the page begins below it.
      const { custom, statusBarHeight } = platform.navMetrics('auto')
      this.setData({ top: custom ? statusBarHeight : 0 })
      waits.set(
        this,
        onHostReady(() => this.init()),
      )
      this.init()
    },
    detached() {
      waits.get(this)?.()
      screens.get(this)?.close()
      screens.delete(this)
    },
  },
  methods: {
    /** Begins, or begins anew with another SDK. `<TUIKit>` calls it by itself; pages without one call it. */
    init() {
      const open = screens.get(this)
      if (open && open.kit.sdk.instance === hostGlobals().instance) return
      open?.close()
      screens.delete(this)
      const screen = CallScreen.open(this, {
        start: (target) => void this.start(target),
        beforeCall: (target) => this.beforeCall(target),
        happened: (happening) => this.happened(happening),
      })
      if (screen) screens.set(this, screen)
    },
    ringPath(): string {
      return this.data.ringtone
    },
    call(request: CallRequest) {
      return this.start(targetOf(request))
    },
    groupCall(request: CallRequest) {
      return this.start(targetOf(request))
    },
    accept() {
      return this.press('accept')
    },
    reject() {
      return this.press('reject')
    },
    hangup() {
      return this.press('hangup')
    },
    press(id: CallButtonID) {
      const kit = screens.get(this)?.kit
      return kit && BUTTONS[id](kit)
    },
    /** Calls; in a group without members it asks for them first. */
    async start(target: CallTarget) {
      const kit = screens.get(this)?.kit
      if (!kit) return
      if (target.groupID && !target.userIDs.length) {
        wanted.set(this, target)
        this.setData({ choosing: target.groupID })
        return
      }
      const result = await startCall(kit, target)
      this.triggerEvent('aftercall', result.ok ? { callID: result.value } : { error: result.error })
    },
    beforeCall({ userIDs, groupID = '', media }: CallTarget): boolean {
      let refused = false
      const cancel = (): void => void (refused = true)
      const type = media === 'video' ? 2 : 1
      this.triggerEvent('beforecall', { userIDList: [...userIDs], groupID, type, cancel })
      return !refused
    },
    happened(happening: CallHappening) {
      const { type, call, ...more } = happening
      const { callID, groupID = '', callerID, media } = call
      const detail = { callID, groupID, callerID, type: media === 'video' ? 2 : 1, ...more }
      this.triggerEvent(type === 'end' ? 'ended' : type, detail)
      if (type === 'end') this.setData({ large: '', said: '', choosing: '' })
    },
    onButton(event: WechatMiniprogram.TouchEvent<object, object, { id: CallButtonID }>) {
      this.press(event.currentTarget.dataset.id)
    },
    onTile(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      const tile = this.data.tiles.find((known) => known.id === id)
      if (tile?.place !== 'small') return
      this.setData({ large: id })
      screens.get(this)?.connection.refresh()
    },
    onWindow() {
      if (this.data.shape === 'mini') this.minimise(false)
    },
    onMinimise() {
      this.minimise(true)
    },
    minimise(minimised: boolean) {
      const kit = screens.get(this)?.kit
      if (!kit) return
      minimiseCall(kit, minimised)
      this.triggerEvent('minimised', { minimised })
    },
    onAdd() {
      const groupID = screens.get(this)?.kit.store.get().call.info?.groupID
      if (groupID) this.setData({ choosing: groupID })
    },
    onMembersClose() {
      wanted.delete(this)
      this.setData({ choosing: '' })
    },
    onMembers({ detail }: WechatMiniprogram.CustomEvent<{ userIDs: string[] }>) {
      const target = wanted.get(this)
      const kit = screens.get(this)?.kit
      this.onMembersClose()
      if (target) void this.start({ ...target, userIDs: detail.userIDs })
      else if (kit) void inviteToCall(kit, detail.userIDs)
    },
  },
})
