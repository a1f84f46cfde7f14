import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { long, longName } = texts(language)
  return {
    close: t('common.close'),
    text: long,
    states: [
      { id: 'low', title: say('标题', 'Title'), action: '', full: false, disabled: false },
      { id: 'full', title: longName, action: t('common.done'), full: true, disabled: false },
      { id: 'disabled', title: say('标题', 'Title'), action: t('common.done'), full: false, disabled: true },
    ],
  }
})
