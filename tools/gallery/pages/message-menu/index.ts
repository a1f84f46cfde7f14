import { messageMenu } from '../../../../core/registry/message-menu'
import { show } from '../../show'

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏']

show(
  ({ say, t }) => {
    const items = messageMenu().map(({ id, icon, label }) => ({ id, icon, label: label(t) }))
    const reactions = EMOJI.map((emoji) => ({ id: emoji, emoji, mine: emoji === '❤️' }))
    const state = (id: string, caption: string, place: string, shown = items.slice(0, 7)) => ({
      id,
      caption,
      place,
      items: shown,
      reactions: id === 'plain' ? [] : reactions,
      anchor: null,
    })
    return {
      more: t('menu.moreReactions'),
      states: [
        state('above', say('在消息上方', 'Above the message'), 'top: 260px; right: 64px'),
        state('below', say('上方放不下：在下方', 'No room above: below'), 'top: 70px; left: 64px'),
        state('left', say('靠左', 'At the left edge'), 'top: 260px; left: 0'),
        state('right', say('靠右', 'At the right edge'), 'top: 260px; right: 0'),
        state(
          'high',
          say('消息比屏幕高', 'Message higher than the screen'),
          'top: 0; left: 64px; height: 358px',
        ),
        state('plain', say('不能回应', 'No reactions'), 'top: 260px; right: 64px', items.slice(0, 3)),
        state('one', say('只有一项', 'One item'), 'top: 260px; right: 64px', items.slice(0, 1)),
        state('all', say('所有的项', 'All items'), 'top: 0; right: 64px', items),
      ],
    }
  },
  {
    onReady() {
      // As in a chat, a menu is told where on the screen its message is.
      const query = wx.createSelectorQuery()
      query.selectAll('.bubble').boundingClientRect()
      query.exec(([rects]: [WechatMiniprogram.BoundingClientRectCallbackResult[]]) => {
        rects.forEach(({ top, bottom, left, right }, at) =>
          this.setData({ [`states[${at}].anchor`]: { top, bottom, left, right } }),
        )
      })
    },
  },
)
