import type { Key, Translate } from '../../locales/index'
import { text } from '../../utils/read'
import { singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { callKind, groupCallKind } from './call-words'
import { cardView } from './card'
import { consultationKind } from './consultation'
import { evaluationKind } from './evaluation'
import { faceKind } from './face'
import { askKind, groupNoticeKind } from './group-notice'
import { customJson } from './json'
import { CARD_KIND, NOTICE_KIND, PICTURE_KIND, type MessageKind } from './kind'
import { linkKind } from './link'
import { orderKind } from './order'
import { personName } from './person-names'
import { pictureView } from './picture'
import { textKind } from './text'
import { tipWords } from './tip-words'
import { voiceKind } from './voice'

type Told<C extends MessageContent> = (content: C, t: Translate) => string

/** The built-in kinds of one type of content each. */
function kindFor<T extends MessageContent['type']>(
  type: T,
  kind: string,
  summary: Told<Extract<MessageContent, { type: T }>>,
  rest: Pick<MessageKind, 'view' | 'bare'> = {},
): MessageKind {
  return {
    kind,
    match: (content) => content.type === type,
    summary: (content, t) =>
      content.type === type ? summary(content as Extract<MessageContent, { type: T }>, t) : '',
    ...rest,
  }
}

const card = { bare: true, view: (content, { t }) => cardView(content, t) } satisfies Partial<MessageKind>
const picture = {
  bare: true,
  view: (content, { t }) => pictureView(content, t),
} satisfies Partial<MessageKind>

const named = (name: string, key: Key, plain: Key, t: Translate): string =>
  singleLine(name) ? t(key, { name: singleLine(name) }) : t(plain)

/** The SDK writes it into every new group. */
const createdKind: MessageKind = {
  kind: NOTICE_KIND,
  match: (content) =>
    content.type === 'custom' &&
    (content.data === 'group_create' || customJson(content).businessID === 'group_create'),
  summary: (content, t, sender) => {
    // Anybody can send one with any name in it: it speaks of nobody but its sender.
    const { opUser } = customJson(content)
    const person = sender
      ? { userID: sender.from, name: sender.name, self: sender.own }
      : { userID: '', name: text(opUser), self: false }
    return t('tip.created', { operator: personName(person, t) })
  },
}

/** The kinds of the kit, the first that matches is taken. */
export const BUILT_IN_KINDS: readonly MessageKind[] = [
  textKind,
  createdKind,
  groupCallKind,
  callKind,
  orderKind,
  evaluationKind,
  linkKind,
  consultationKind,
  kindFor('groupTip', NOTICE_KIND, tipWords),
  askKind,
  groupNoticeKind,
  kindFor('image', PICTURE_KIND, (_content, t) => t('kind.image'), picture),
  kindFor('video', PICTURE_KIND, (_content, t) => t('kind.video'), picture),
  voiceKind,
  kindFor('file', CARD_KIND, ({ name }, t) => named(name, 'kind.fileNamed', 'kind.file', t), card),
  faceKind,
  kindFor('face', 'summary', (_content, t) => t('kind.face')),
  kindFor(
    'location',
    CARD_KIND,
    ({ description }, t) => named(description, 'kind.locationNamed', 'kind.location', t),
    card,
  ),
  kindFor('merger', CARD_KIND, (_content, t) => t('kind.merger'), card),
]

/** Whatever nobody else matches: never blank, never an exception. */
export const fallbackKind: MessageKind = {
  kind: 'summary',
  match: () => true,
  summary: (content, t) => (content.type === 'custom' && content.description) || t('kind.unknown'),
}
