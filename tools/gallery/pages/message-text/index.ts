import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say } = language
  const sample = texts(language)
  return {
    states: [
      { caption: say('一个字', 'A word'), text: sample.short },
      { caption: say('很长', 'Very long'), text: sample.long },
      { caption: say('换行和空行', 'Line breaks, an empty line'), text: sample.lines },
      { caption: say('空格', 'Spaces'), text: sample.spaces },
      { caption: say('不能断开的网址', 'An address without a break'), text: sample.unbroken },
      { caption: say('数字', 'Digits'), text: sample.digits },
      { caption: say('表情', 'Emoji'), text: sample.manyEmoji },
      { caption: say('从右向左', 'Right to left'), text: sample.arabic },
      { caption: say('两个方向', 'Both directions'), text: sample.mixed },
      { caption: say('标签不是标签', 'Markup is text'), text: sample.markup },
    ],
  }
})
