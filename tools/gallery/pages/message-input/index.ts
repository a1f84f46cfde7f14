import { texts } from '../../samples'
import { show } from '../../show'

interface State {
  id: string
  /** What somebody has done in it, as its own data tells. */
  written: object
}

show(
  (language) => {
    const { say } = language
    const sample = texts(language)
    const typed = (text: string): object => ({ text, sendable: true })
    return {
      states: [
        { id: 'empty', caption: say('空', 'Empty'), written: {} },
        { id: 'typed', caption: say('有文字', 'With text'), written: typed(sample.usual) },
        { id: 'spaces', caption: say('只有空格', 'Spaces only'), written: { text: '   ', sendable: false } },
        {
          id: 'lines',
          caption: say('五行以上', 'More than five lines'),
          written: typed(sample.long + sample.long),
        },
        { id: 'word', caption: say('不能断开的字', 'One long word'), written: typed(sample.unbroken) },
        {
          id: 'arabic',
          caption: say('从右向左', 'Right to left'),
          written: { ...typed(sample.arabic), fromRight: true },
        },
        { id: 'voice', caption: say('按住说话', 'Hold to talk'), written: { voice: true } },
        {
          id: 'quote',
          caption: say('引用', 'A quote'),
          written: { bar: 'quote', barText: `${sample.name}: ${sample.long}`, ...typed('👍') },
        },
        {
          id: 'edit',
          caption: say('编辑', 'Editing'),
          written: { bar: 'edit', barText: sample.usual, ...typed(sample.usual) },
        },
        {
          id: 'hint',
          caption: say('发不出去', 'It would not arrive'),
          written: {
            hint: say('你们还不是好友，不能发消息', 'You are not friends, so the message was not sent'),
          },
        },
        { id: 'panel', caption: say('表情面板', 'Emoji panel'), written: { panel: 'emoji', ...typed('👍') } },
      ],
    }
  },
  {
    filled() {
      const { states } = this.data as { states: State[] }
      for (const { id, written } of states) this.selectComponent(`#${id}`).setData(written)
    },
  },
)
