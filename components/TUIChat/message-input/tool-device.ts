import type { Picked, ToolDevice } from '../../../core/registry/input-panel'
import type { Translate } from '../../../locales/index'
import { platform, type PickAnswer } from '../../../platform/index'

/** What was picked. Why nothing was, and how to change that, is said. */
async function told<T>(answer: Promise<PickAnswer<T>>, t: Translate): Promise<Picked<T>> {
  const pick = await answer
  if (pick.type === 'picked') return pick.value
  if (pick.type === 'failed') platform.toast(t('pick.failed'))
  if (pick.type === 'private') platform.toast(t('pick.private'))
  if (pick.type !== 'refused' && pick.type !== 'forbidden') return undefined
  const question = { text: t(`pick.${pick.type}`), yes: t('pick.toSettings'), no: t('common.cancel') }
  if (await platform.confirm(question)) await platform.permissions.openSettings(pick.scope, pick.type)
  return undefined
}

/** The phone as the entries of the panel need it. */
export const toolDevice = (t: Translate): ToolDevice => ({
  pickMedia: (options) => told(platform.picker.media(options), t),
  pickFiles: (count) => told(platform.picker.files(count), t),
  pickPlace: () => told(platform.picker.place(), t),
  toast: (text) => platform.toast(text),
})
