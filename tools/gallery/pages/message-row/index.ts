import { cardView } from '../../../../core/kinds/card'
import type { TextPart } from '../../../../core/kinds/text'
import type { MessageRow } from '../../../../core/views/message-row'
import { reactionViews } from '../../../../core/views/row-extras'
import { rowLabels } from '../../../../core/views/row-labels'
import { initialOf, PICTURE, texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const sample = texts(language)
  let made = 0
  const row = (fields: Partial<MessageRow>): MessageRow => ({
    id: `row${++made}`,
    kind: 'text',
    own: false,
    text: sample.usual,
    bare: false,
    time: '',
    first: true,
    name: '',
    avatar: fields.own ? initialOf(say('我', 'M'), 0) : initialOf(say('王', 'B'), 1),
    state: '',
    receipt: '',
    editable: false,
    ...fields,
  })
  const own = (fields: Partial<MessageRow> = {}): MessageRow => row({ ...fields, own: true })
  const notice = (text: string, editable = false): MessageRow => row({ kind: 'notice', text, editable })
  const both = (text: string): MessageRow[] => [row({ text }), own({ text })]
  const { usual, short, name, longName } = sample
  const image = { url: PICTURE, width: 180, height: 120, duration: '', label: t('picture.image') }
  const picture: Partial<MessageRow> = { kind: 'picture', text: '', body: image, bare: true }
  const video: Partial<MessageRow> = {
    ...picture,
    body: { ...image, duration: '1:05', label: t('picture.video') },
  }
  const itinerary = say('周六去看展览的行程.pdf', 'Itinerary of Saturday.pdf')
  const card = cardView({ type: 'file', url: 'https://example.com/f', name: itinerary, bytes: 48_000 }, t)
  const file: Partial<MessageRow> = { kind: 'card', text: '', bare: true, ...(card && { body: card }) }
  const quote = { text: `${name}：${usual}` }
  const reactions = reactionViews([
    { reactionID: '👍', count: 2, mine: true, names: [] },
    { reactionID: '🎉', count: 1, mine: false, names: [name] },
  ])
  const parts: TextPart[] = [
    { id: '0', text: say('@所有人', '@everyone'), type: 'mention', strong: true },
    { id: '1', text: say(' 看 ', ' see ') },
    { id: '2', text: 'https://example.com/path?a=1', type: 'link' },
    { id: '3', text: say('，打 ', ', call ') },
    { id: '4', text: '138 0013 8000', type: 'phone' },
    { id: '5', text: say('，或写信到 ', ' or write to ') },
    { id: '6', text: 'me@example.com', type: 'email' },
  ]
  const linked = (one: MessageRow): MessageRow => ({ ...one, body: { parts } })
  const cut = (one: MessageRow): MessageRow => ({
    ...one,
    body: { parts: [{ id: '0', text: `${sample.long}…` }], clipped: true },
  })
  return {
    labels: rowLabels(t),
    states: [
      { caption: say('对方和自己', "Peer's and own"), rows: both(usual) },
      {
        caption: say('时间；同一个人连续的消息', 'Time; a run of one sender'),
        rows: [row({ time: '12:30' }), row({ first: false, text: short }), row({ first: false })],
      },
      {
        caption: say('自己连续的消息', 'A run of own messages'),
        rows: [own(), own({ first: false, text: short }), own({ first: false })],
      },
      {
        caption: say('群聊：名字，很长的名字', 'Group: name, very long name'),
        rows: [row({ name }), row({ name: longName }), row({ name: 'سارة', avatar: initialOf('س', 4) })],
      },
      {
        caption: say('发送中', 'Sending'),
        rows: [own({ state: 'sending' }), own({ first: false, state: 'sending', text: sample.long })],
      },
      {
        caption: say('发送失败', 'Failed'),
        rows: [own({ state: 'failed' }), own({ first: false, state: 'failed', text: sample.long })],
      },
      { caption: t('chat.unread'), rows: [own({ receipt: t('chat.unread') })] },
      { caption: t('chat.read'), rows: [own({ receipt: t('chat.read') })] },
      {
        caption: say('提示行：撤回，重新编辑，很长', 'Notice lines: recalled, edit again, very long'),
        rows: [
          notice(t('chat.revokedBy', { name })),
          notice(t('chat.revokedByMe'), true),
          notice(sample.long),
        ],
      },
      { caption: say('很长', 'Very long'), rows: both(sample.long) },
      { caption: say('换行', 'Line breaks'), rows: both(sample.lines) },
      { caption: say('不能断开的字', 'Long words'), rows: both(sample.unbroken) },
      { caption: say('一个字', 'One character'), rows: both('.') },
      { caption: say('表情', 'Emoji'), rows: [...both(sample.emoji), ...both(sample.manyEmoji)] },
      {
        caption: say('卡片', 'Cards'),
        rows: [row({ ...file, name }), own(file), own({ ...file, state: 'failed' })],
      },
      {
        caption: say('图片和视频', 'Picture and video'),
        rows: [
          row({ ...picture, name }),
          own({ ...video, state: 'sending' }),
          own({ ...picture, state: 'failed' }),
        ],
      },
      { caption: say('从右向左', 'Right to left'), rows: [...both(sample.arabic), ...both(sample.mixed)] },
      { caption: say('链接、电话、邮箱和 @', 'Links, numbers, addresses and @'), rows: both('').map(linked) },
      { caption: say('很长，收起', 'Very long, cut'), rows: both('').map(cut) },
      {
        caption: say('引用', 'Quote'),
        rows: [row({ quote }), own({ quote, receipt: t('chat.read') }), own({ ...picture, quote })],
      },
      {
        caption: say('表情回应，已编辑，已读人数', 'Reactions, edited, read by'),
        rows: [
          row({ reactions, edited: true }),
          own({ reactions, edited: true, receipt: t('chat.readBy', { count: 3 }), readable: true }),
        ],
      },
      {
        caption: say('翻译', 'Translation'),
        rows: [
          row({ extra: [{ id: 'translation', phase: 'ready', text: sample.long }] }),
          own({ extra: [{ id: 'translation', phase: 'loading', text: t('derived.translationLoading') }] }),
        ],
      },
      {
        caption: say('上传', 'Upload'),
        rows: [
          own({ ...picture, state: 'sending', progress: 42 }),
          own({ ...file, state: 'sending', progress: 7 }),
        ],
      },
      { caption: say('可能不适', 'May be unsuitable'), rows: [row({ risky: true }), own({ risky: true })] },
      {
        caption: say('多选', 'Choosing'),
        selecting: true,
        rows: [row({ name }), own(), own({ ...picture }), notice(t('chat.revokedByMe'), true)],
      },
    ],
  }
})
