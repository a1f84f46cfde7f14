import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { longName } = texts(language)
  const text = t('common.save')
  const state = (caption: string, fields: object) => ({ caption, kind: 'primary', text, ...fields })
  return {
    states: [
      state(say('主要', 'Primary'), {}),
      state(say('次要', 'Plain'), { kind: 'plain' }),
      state(say('危险', 'Danger'), { kind: 'danger' }),
      state(say('不可用', 'Disabled'), { disabled: true }),
      state(say('进行中', 'Busy'), { busy: true }),
      state(say('小', 'Small'), { small: true }),
      state(say('文字很长', 'Long text'), { text: longName }),
    ],
  }
})
