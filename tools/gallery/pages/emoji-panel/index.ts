import { registerStickers } from '../../../../core/registry/stickers'
import { show } from '../../show'

const ANIMALS = ['🐶', '🐱', '🐼', '🐷', '🐰', '🦊', '🐻', '🐨', '🐯', '🦁'] as const

show(
  ({ say }) => ({
    first: say('还没用过', 'Nothing used yet'),
    recent: say('最近用过的在前面', 'Recently used ones first'),
    stickers: say('贴纸', 'Stickers'),
  }),
  {
    filled() {
      const stickers = ANIMALS.map((emoji) => ({ id: emoji, name: emoji, emoji }))
      registerStickers({ index: 1, name: 'Animals', stickers })
      this.setData({ packed: true })
      this.selectComponent('#stickers').setData({ tab: '1' })
      this.selectComponent('#recent').setData({
        recent: ['👍', '😂', '🎉', '❤️', '🙏', '🌹', '☕', '🐼', '✅', '🔥'],
      })
    },
  },
)
