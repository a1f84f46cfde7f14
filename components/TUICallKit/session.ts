import { useEngine, type CallHappening, type CallOptions, type CallPermit } from '../../core/actions/call'
import type { Kit } from '../../core/actions/kit'
import { chosenEngine, onEngineChosen } from '../../core/calls/chosen'
import type { CallEngine, CallMedia, CallTarget } from '../../core/calls/engine'
import { registerCallStarter } from '../../core/registry/calls'
import { callPhone } from '../../platform/call-phone'
import { hostGlobals, platform } from '../../platform/index'

/** What the component is told of. */
export interface SessionListener {
  start(target: CallTarget): void
  beforeCall(target: CallTarget): boolean | Promise<boolean>
  happened(happening: CallHappening): void
}

/** Camera and microphone, asked for one after the other; the way to the settings is offered. */
export async function askForMedia(kit: Kit, media: CallMedia): Promise<CallPermit> {
  if (callPhone.isDevtools()) return 'devtools'
  const t = kit.t()
  for (const scope of media === 'video' ? (['record', 'camera'] as const) : (['record'] as const)) {
    const answer = await platform.permissions.request(scope)
    if (answer === 'granted' || answer === 'new') continue
    if (answer === 'private') platform.toast(t('pick.private'))
    if (answer === 'declined') platform.toast(t('callkit.declined'))
    if (answer === 'refused' || answer === 'forbidden') {
      const text = t(media === 'video' ? 'callkit.permissionVideo' : 'callkit.permissionAudio')
      const question = { text, yes: t('pick.toSettings'), no: t('common.cancel') }
      if (await platform.confirm(question)) await platform.permissions.openSettings(scope, answer)
    }
    return 'denied'
  }
  return 'granted'
}

/**
 * Binds the engine that the host has chosen to a kit, and lets the rest of the kit begin calls. Both may come later,
 * and change: it follows them.
 * @param kit whatever kit there is now
 * @returns the function that ends it, and with it a call that is on
 */
export function openSession(kit: Kit, listener: SessionListener): () => void {
  let bound: CallEngine | undefined
  let unbind: (() => void) | undefined
  let unregister: (() => void) | undefined
  const options: CallOptions = {
    SDKAppID: Number(hostGlobals().appID) || 0,
    userSig: () => hostGlobals().userSig,
    permit: (media) => askForMedia(kit, media),
    beforeCall: (target) => listener.beforeCall(target),
    onHappening: (happening) => listener.happened(happening),
  }
  const follow = (): void => {
    const engine = chosenEngine()
    if (engine === bound) return
    unbind?.()
    unregister?.()
    bound = engine
    unbind = engine && useEngine(kit, engine, options)
    unregister = engine && registerCallStarter({ start: (target) => listener.start(target) })
  }
  const stop = onEngineChosen(follow)
  follow()
  return () => {
    stop()
    unregister?.()
    unbind?.()
  }
}
