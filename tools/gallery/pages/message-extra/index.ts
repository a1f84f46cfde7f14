import type { DerivedView } from '../../../../core/views/row-extras'
import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { usual, long, arabic, unbroken } = texts(language)
  const extra = (id: DerivedView['id'], phase: DerivedView['phase'], text: string): DerivedView => ({
    id,
    phase,
    text,
  })
  return {
    states: [
      { caption: say('翻译', 'Translation'), extra: extra('translation', 'ready', usual) },
      { caption: say('转文字', 'Voice in words'), extra: extra('transcript', 'ready', long) },
      {
        caption: say('正在翻译', 'Translating'),
        extra: extra('translation', 'loading', t('derived.translationLoading')),
      },
      {
        caption: say('翻译失败', 'Failed'),
        extra: extra('translation', 'failed', t('derived.translationFailed')),
      },
      { caption: say('从右向左', 'Right to left'), extra: extra('translation', 'ready', arabic) },
      { caption: say('不能断开', 'Without a break'), extra: extra('translation', 'ready', unbroken) },
    ],
  }
})
