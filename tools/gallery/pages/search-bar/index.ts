import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, long } = texts(language)
  return {
    placeholder: t('start.search'),
    clear: t('common.clear'),
    states: [
      { caption: say('空的', 'Empty'), value: '' },
      { caption: say('有内容', 'With a value'), value: name },
      { caption: say('很长', 'Long'), value: long },
    ],
  }
})
