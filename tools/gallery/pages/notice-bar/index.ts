import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { long, unbroken, arabic } = texts(language)
  const icon = 'offline'
  return {
    states: [
      { caption: say('连接断开', 'Disconnected'), icon, text: t('connection.disconnected') },
      { caption: say('正在连接', 'Connecting'), icon, text: t('connection.connecting') },
      { caption: say('在别处登录', 'Logged in elsewhere'), icon, text: t('session.kicked.multipleAccount') },
      { caption: say('没有图标', 'No icon'), icon: '', text: t('session.waiting') },
      { caption: say('很长', 'Very long'), icon, text: long },
      { caption: say('不能断开的一行', 'One long word'), icon, text: unbroken },
      { caption: say('从右向左', 'Right to left'), icon, text: arabic },
      {
        caption: say('群公告', 'An announcement'),
        icon: 'announcement',
        text: long,
        brief: true,
        close: t('common.close'),
      },
      { caption: say('没有文字：不显示', 'No text: nothing is shown'), icon, text: '' },
    ],
  }
})
