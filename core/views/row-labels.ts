import type { Translate } from '../../locales/index'

/** Words of every row, for the component that draws it. */
export const rowLabels = (t: Translate) => ({
  reedit: t('chat.reedit'),
  sending: t('chat.sending'),
  sendFailed: t('chat.sendFailed'),
  cancel: t('common.cancel'),
  edited: t('chat.edited'),
  fullText: t('text.full'),
  select: t('chat.select'),
  risky: t('chat.risky'),
  show: t('chat.showRisky'),
})

/** The same before anything is known. */
export const emptyRowLabels: ReturnType<typeof rowLabels> = {
  reedit: '',
  sending: '',
  sendFailed: '',
  cancel: '',
  edited: '',
  fullText: '',
  select: '',
  risky: '',
  show: '',
}
