import type { ConversationRow } from '../../../../core/views/conversation-list'
import { initialOf, picture, texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, longName, unbrokenName, usual, long, unbroken, emoji, manyEmoji, arabic } = texts(language)
  const state = (
    caption: string,
    fields: Partial<ConversationRow>,
  ): { caption: string; row: ConversationRow } => ({
    caption,
    row: {
      id: caption,
      name,
      avatar: initialOf(say('王', 'B'), 1),
      time: '12:30',
      preview: usual,
      unread: '',
      muted: false,
      pinned: false,
      label: caption,
      ...fields,
    },
  })
  return {
    mutedLabel: t('conversation.muted'),
    states: [
      state(say('已读', 'Read'), {}),
      state(say('图片头像', 'With a picture'), { avatar: picture() }),
      state(say('1 条未读', '1 unread'), { unread: '1' }),
      state(say('27 条未读', '27 unread'), { unread: '27' }),
      state(say('99 条以上未读', 'More than 99 unread'), { unread: '99+' }),
      state(say('免打扰', 'Muted'), { muted: true }),
      state(say('免打扰，有未读', 'Muted, with unread'), { muted: true, unread: '5' }),
      state(say('置顶', 'Pinned'), { pinned: true }),
      state(say('置顶、免打扰、有未读', 'Pinned, muted, with unread'), {
        pinned: true,
        muted: true,
        unread: '99+',
      }),
      state(say('一切都很长', 'Everything is long'), {
        name: longName,
        preview: long,
        time: t('time.yearMonthDay', { year: 2023, month: 12, day: 31 }),
        unread: '99+',
        muted: true,
      }),
      state(say('不能断开的字', 'Long words'), {
        name: unbrokenName,
        preview: unbroken,
        time: t('time.yesterday'),
      }),
      state(say('群聊：谁说的', 'Group: who said it'), {
        name: say('周末爬山', 'Weekend hiking'),
        preview: `${t('chat.messageFrom', { name })}${usual}`,
      }),
      state(say('没有消息', 'No message yet'), { preview: '', time: '' }),
      state(say('表情', 'Emoji'), { name: `${name}${emoji}`, preview: manyEmoji }),
      state(say('从右向左', 'Right to left'), { name: 'سارة', preview: arabic, avatar: initialOf('س', 4) }),
      state(say('标签不是标签', 'Markup is text'), { name: '<b>name</b>', preview: '<img src=x> &amp;' }),
    ],
  }
})
