import { emptyConversationRow, type ConversationRow } from '../../../../core/views/conversation-row'
import { listLabels } from '../../../../components/TUIConversation/labels'
import { facesOf, initialOf, picture, texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { name, longName, unbrokenName, usual, long, unbroken, emoji, manyEmoji, arabic } = texts(language)
  const state = (
    caption: string,
    fields: Partial<ConversationRow>,
    how: object = {},
  ): { caption: string; row: ConversationRow } => ({
    caption,
    ...how,
    row: {
      ...emptyConversationRow,
      id: caption,
      name,
      avatar: initialOf(say('王', 'B'), 1),
      time: '12:30',
      preview: usual,
      actions: 3,
      label: caption,
      ...fields,
    },
  })
  return {
    labels: listLabels(t).item,
    states: [
      state(say('已读', 'Read'), {}),
      state(say('图片头像', 'With a picture'), { avatar: picture() }),
      state(say('1 条未读', '1 unread'), { unread: '1' }),
      state(say('27 条未读', '27 unread'), { unread: '27' }),
      state(say('99 条以上未读', 'More than 99 unread'), { unread: '99+' }),
      state(say('免打扰', 'Muted'), { muted: true }),
      state(say('免打扰，有未读', 'Muted, with unread'), {
        muted: true,
        dot: true,
        preview: t('conversation.mutedCount', { count: 5 }) + usual,
      }),
      state(say('置顶', 'Pinned'), { pinned: true }),
      state(say('置顶、免打扰、有未读', 'Pinned, muted, with unread'), {
        pinned: true,
        muted: true,
        dot: true,
        preview: t('conversation.mutedCount', { count: '99+' }) + usual,
      }),
      state(say('一切都很长', 'Everything is long'), {
        name: longName,
        preview: long,
        time: t('time.yearMonthDay', { year: 2023, month: 12, day: 31 }),
        tag: t('conversation.atMe'),
        state: 'failed',
        dot: true,
        muted: true,
        online: true,
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
      state(say('标为未读', 'Marked as unread'), { dot: true }),
      state(say('草稿', 'Draft'), { tag: t('conversation.draft') }),
      state(say('有人@我', 'Mentioned'), {
        avatar: facesOf(say('周末爬山', 'Weekend hiking'), 5),
        name: say('周末爬山', 'Weekend hiking'),
        tag: t('conversation.atMe'),
        unread: '12',
        preview: `${t('chat.messageFrom', { name })}${usual}`,
      }),
      state(say('@所有人，置顶', 'Everybody mentioned, pinned'), {
        tag: t('conversation.atAll'),
        unread: '3',
        pinned: true,
      }),
      state(say('发送中', 'Sending'), { state: 'sending' }),
      state(say('发送失败', 'Not sent'), { state: 'failed' }),
      state(say('对方正在输入', 'Peer is typing'), { preview: t('conversation.typing'), online: true }),
      state(say('在线', 'Online'), { online: true, unread: '1' }),
      state(say('折叠的聊天', 'Folder'), {
        name: t('conversation.folder'),
        avatar: { ...initialOf(''), icon: 'folder' },
        dot: true,
        preview: t('conversation.folderUnread', { count: 2 }) + usual,
        actions: 0,
      }),
      state(say('左滑', 'Pushed aside'), {}, { swiped: true }),
      state(
        say('左滑，置顶、免打扰', 'Pushed aside, pinned and muted'),
        { pinned: true, muted: true },
        { swiped: true },
      ),
      state(say('多选', 'Choosing'), {}, { selecting: true }),
      state(say('多选，选中', 'Choosing, chosen'), { unread: '2' }, { selecting: true, selected: true }),
      state(say('没有消息', 'No message yet'), { preview: '', time: '' }),
      state(say('表情', 'Emoji'), { name: `${name}${emoji}`, preview: manyEmoji }),
      state(say('从右向左', 'Right to left'), { name: 'سارة', preview: arabic, avatar: initialOf('س', 4) }),
      state(say('标签不是标签', 'Markup is text'), { name: '<b>name</b>', preview: '<img src=x> &amp;' }),
    ],
  }
})
