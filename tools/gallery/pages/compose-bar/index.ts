import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say } = language
  const { name, usual, long, unbroken, arabic } = texts(language)
  const editing = say('编辑消息', 'Edit message')
  return {
    close: say('取消', 'Cancel'),
    bars: [
      { caption: say('引用', 'A quote'), title: '', text: `${name}: ${usual}` },
      { caption: say('很长', 'A long one'), title: '', text: `${name}: ${long}` },
      { caption: say('从右向左', 'Right to left'), title: '', text: arabic },
      { caption: say('编辑', 'Editing'), title: editing, text: usual },
      { caption: say('编辑：不能断开的字', 'Editing: one long word'), title: editing, text: unbroken },
    ],
  }
})
