import { quoteView } from '../../../../core/views/row-extras'
import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, longName, usual, long, unbroken, arabic } = texts(language)
  const quote = (who: string, summary: string, recalled = false) =>
    quoteView({ ID: '1', sequence: 1, time: 0, name: who, summary }, recalled, t)
  return {
    states: [
      { caption: say('引用', 'Quote'), quote: quote(name, usual) },
      { caption: say('很长', 'Very long'), quote: quote(longName, long) },
      { caption: say('不能断开', 'Without a break'), quote: quote(name, unbroken) },
      { caption: say('没有名字，没有内容', 'Without a name, without words'), quote: quote('', '') },
      { caption: say('已撤回', 'Recalled'), quote: quote(name, usual, true) },
      { caption: say('从右向左', 'Right to left'), quote: quote('سارة', arabic) },
    ],
  }
})
