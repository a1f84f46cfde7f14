import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { ASKS, groupApplicationID } from '../store/group-applications'
import type { MessageContent, SystemNoticeContent } from '../store/types'
import type { CardView } from './card'
import { ASK_KIND, CARD_KIND, type MessageKind } from './kind'
import { personName } from './person-names'
import { noticeGroup, noticeWords } from './tip-words'

/** Somebody asks the user for a decision: to let somebody into a group, or to come into one. */
export interface AskView {
  title: string
  /** What they write; empty for nothing. */
  words: string
  /** Of the application (`groupApplicationID`); empty when the user is the one who is invited. */
  application: string
  /** Local id of the message. */
  message: string
  /** A member wants to bring somebody in, whose name the notice does not tell. */
  invites?: { operator: string; userID: string; group: string }
}

/** The user is invited, and comes in when they agree. */
const INVITATION = 12
/** After these the user is in the group: the card leads there. */
const LEADS = new Set([2, 6, 7, 9, 10])

const WORDS_LENGTH = 120

const isNotice = (content: MessageContent): content is SystemNoticeContent => content.type === 'systemNotice'

const asks = ({ operation }: SystemNoticeContent): boolean =>
  operation === ASKS.apply || operation === ASKS.invite || operation === INVITATION

const summary = (content: MessageContent, t: Translate): string =>
  isNotice(content) ? noticeWords(content, t) : ''

const wordsOf = ({ words }: SystemNoticeContent): string => clip(singleLine(words), WORDS_LENGTH)

/** The group that a tap on the notice leads into; empty for none. */
export const groupOfNotice = (content: MessageContent): string =>
  isNotice(content) && LEADS.has(content.operation) ? content.groupID : ''

function cardOf(content: SystemNoticeContent, t: Translate): CardView {
  const words = wordsOf(content)
  const title = noticeWords(content, t)
  return {
    icon: '',
    title,
    lines: words && words !== title ? [{ id: 'words', text: words }] : [],
    tag: t('notice.system'),
    opens: groupOfNotice(content) !== '',
  }
}

/** A notice of the system that waits for an answer. */
export const askKind: MessageKind = {
  kind: ASK_KIND,
  bare: true,
  match: (content) => isNotice(content) && asks(content),
  summary,
  view: (content, { t, message }): AskView | undefined => {
    if (!isNotice(content)) return undefined
    const { operation, groupID, operator, invitee } = content
    const userID = operation === ASKS.invite ? (invitee ?? '') : operator.userID
    const id = groupApplicationID({ groupID, applicant: operator.userID, userID })
    const { invitee: invited } = content
    return {
      title: noticeWords(content, t),
      words: wordsOf(content),
      application: operation === INVITATION ? '' : id,
      message: message.id,
      ...(invited && {
        invites: { operator: personName(operator, t), userID: invited, group: noticeGroup(content) },
      }),
    }
  },
}

/** Any other notice of the system about a group. */
export const groupNoticeKind: MessageKind = {
  kind: CARD_KIND,
  bare: true,
  match: isNotice,
  summary,
  view: (content, { t }) => (isNotice(content) ? cardOf(content, t) : undefined),
}
