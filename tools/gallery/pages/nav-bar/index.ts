import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, longName, arabic } = texts(language)
  const custom = { style: 'custom', back: true }
  return {
    backLabel: t('common.back'),
    states: [
      { caption: say('标题', 'Title'), ...custom, title: t('conversation.title'), back: false },
      {
        caption: say('未读数', 'Unread count'),
        ...custom,
        title: t('conversation.titleUnread', { count: '99+' }),
        back: false,
      },
      { caption: say('返回', 'Back'), ...custom, title: name },
      { caption: say('标题很长', 'Very long title'), ...custom, title: longName },
      { caption: say('从右向左', 'Right to left'), ...custom, title: arabic },
      { caption: say('没有标题', 'No title'), ...custom, title: '' },
      {
        caption: say(
          '页面使用平台的导航栏：平台没有返回按钮时才显示返回（首页直接打开本页时）',
          "On a page with the platform's bar: a back button only where that bar has none, as on the first page",
        ),
        style: 'default',
        back: true,
        title: 'nav-bar',
      },
    ],
  }
})
