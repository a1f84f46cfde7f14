import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, long, longName } = texts(language)
  const label = t('profile.remark')
  const placeholder = t('add.remarkHint')
  const state = (caption: string, fields: object) => ({ caption, label, value: '', placeholder, ...fields })
  return {
    states: [
      state(say('空的', 'Empty'), {}),
      state(say('有内容', 'With a value'), { value: name }),
      state(say('有问题', 'With a problem'), { value: longName, problem: t('error.fieldTooLong') }),
      state(say('几行', 'Several lines'), { value: long, multiline: true }),
      state(say('没有标签', 'Without a label'), { label: '' }),
      state(say('标签很长', 'Long label'), { label: longName }),
    ],
  }
})
