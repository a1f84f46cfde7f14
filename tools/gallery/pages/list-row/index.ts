import { initialOf, picture, texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, longName, unbrokenName, usual, long, arabic } = texts(language)
  const state = (caption: string, fields: object) => ({ caption, title: name, avatar: {}, ...fields })
  return {
    states: [
      state(say('人', 'Somebody'), { avatar: initialOf(say('王', 'B'), 1) }),
      state(say('有说明', 'With a note'), { avatar: picture(), note: usual }),
      state(say('图标、角标、箭头', 'Icon, badge, arrow'), {
        icon: 'add-person',
        title: t('contact.new'),
        badge: '99+',
        arrow: true,
      }),
      state(say('值', 'Value'), { title: t('profile.remark'), value: name, arrow: true }),
      state(say('开关', 'Switch'), { title: t('profile.block'), toggle: 'on' }),
      state(say('开关，关', 'Switch, off'), { title: t('profile.block'), toggle: 'off' }),
      state(say('已选', 'Chosen'), { avatar: initialOf(say('王', 'B'), 1), check: 'on' }),
      state(say('未选', 'Not chosen'), { avatar: initialOf(say('王', 'B'), 1), check: 'off' }),
      state(say('不能改', 'Locked'), { avatar: initialOf(say('王', 'B'), 1), check: 'locked' }),
      state(say('操作', 'Action'), { kind: 'action', title: t('profile.chat') }),
      state(say('危险操作', 'Dangerous action'), { kind: 'danger', title: t('profile.delete') }),
      state(say('都很长', 'Everything is long'), {
        avatar: initialOf('L', 2),
        title: longName,
        note: long,
        value: longName,
        badge: '99+',
        arrow: true,
      }),
      state(say('说明换行', 'Note on several lines'), {
        title: longName,
        note: long,
        wrap: true,
        check: 'on',
      }),
      state(say('不能断开', 'Without a space'), { title: unbrokenName, value: unbrokenName }),
      state(say('从右向左', 'Right to left'), { title: 'سارة', note: arabic, avatar: initialOf('س', 4) }),
    ],
  }
})
