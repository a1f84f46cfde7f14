import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { long, unbroken, digits } = texts(language)
  const nothing = { icon: '', text: '', hint: '', action: '' }
  return {
    states: [
      { ...nothing, caption: say('一行字', 'One line'), text: t('chat.empty') },
      {
        ...nothing,
        caption: say('图标和提示', 'Icon and hint'),
        icon: 'chat',
        text: t('conversation.empty'),
        hint: t('conversation.emptyHint'),
      },
      {
        caption: say('失败，可以重试', 'Failed, with retry'),
        icon: 'alert',
        text: t('conversation.failed'),
        hint: t('error.network'),
        action: t('common.retry'),
      },
      { caption: say('很长', 'Very long'), icon: 'alert', text: long, hint: long, action: t('common.retry') },
      { ...nothing, caption: say('不能断开的字', 'Long words'), icon: 'alert', text: unbroken, hint: digits },
    ],
  }
})
