import { show } from '../../show'

show(
  ({ say }) => ({
    first: say('还没用过', 'Nothing used yet'),
    recent: say('最近用过的在前面', 'Recently used ones first'),
  }),
  {
    filled() {
      this.selectComponent('#recent').setData({
        recent: ['👍', '😂', '🎉', '❤️', '🙏', '🌹', '☕', '🐼', '✅', '🔥'],
      })
    },
  },
)
