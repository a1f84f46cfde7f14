import { show } from '../../show'

const names = [
  'back',
  'emoji',
  'keyboard',
  'copy',
  'undo',
  'trash',
  'muted',
  'alert',
  'loading',
  'offline',
  'down',
  'up',
  'backspace',
  'chat',
  'play',
  'file',
  'place',
  'image',
  'video',
]

show(({ say }) => ({
  names,
  sizes: say('16、20、28、40 px', '16, 20, 28, 40 px'),
  coloured: say('跟随文字颜色：主色、危险、次要', "In the text's colour: primary, danger, quiet"),
}))
