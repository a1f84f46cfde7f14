import { messageMenu } from '../../../../core/registry/message-menu'
import { show } from '../../show'

show(
  ({ say, t }) => {
    const items = messageMenu.map(({ id, icon, label }) => ({ id, icon, label: t(label) }))
    const state = (id: string, caption: string, place: string, shown = items) => ({
      id,
      caption,
      place,
      items: shown,
      anchor: null,
    })
    return {
      states: [
        state('above', say('在消息上方', 'Above the message'), 'top: 220px; right: 64px'),
        state('below', say('上方放不下：在下方', 'No room above: below'), 'top: 110px; left: 64px'),
        state('left', say('靠左', 'At the left edge'), 'top: 220px; left: 0'),
        state('right', say('靠右', 'At the right edge'), 'top: 220px; right: 0'),
        state(
          'high',
          say('消息比屏幕高', 'Message higher than the screen'),
          'top: 0; left: 64px; height: 318px',
        ),
        state('one', say('只有一项', 'One item'), 'top: 220px; right: 64px', items.slice(0, 1)),
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
