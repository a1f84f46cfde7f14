import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, usual, long } = texts(language)
  const state = (id: string, text: string, count = 0) => ({
    id,
    text: t('pinned.by', { name, summary: text }),
    count: count ? t('pinned.count', { count }) : '',
  })
  return {
    label: t('pinned.label'),
    states: [
      state(say('一条', 'One'), usual),
      state(say('几条', 'Several'), usual, 3),
      state(say('很长', 'Long'), long, 10),
    ],
  }
})
