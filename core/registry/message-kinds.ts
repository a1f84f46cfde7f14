import type { Key, Translate } from '../../locales/index'
import { singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { personName } from './person-names'
import { noticeWords, tipWords } from './tip-words'

/**
 * How one kind of message is recognised and told in words. The built-in kinds use the same form as a host's own.
 * A kind is pure data: what it looks like is its component's business.
 */
export interface MessageKind {
  /** Names the body component that shows it. */
  kind: string
  match: (content: MessageContent) => boolean
  /** One line for previews; line breaks are taken out by the caller. */
  summary: (content: MessageContent, t: Translate) => string
}

/** A centred line instead of a bubble. */
export const NOTICE_KIND = 'notice'
/** An image, or the cover of a video. */
export const PICTURE_KIND = 'picture'
/** A file, a place, a merged history. */
export const CARD_KIND = 'card'

type Told<C extends MessageContent> = (content: C, t: Translate) => string

/** The built-in kinds of one type of content each. */
function kindFor<T extends MessageContent['type']>(
  type: T,
  kind: string,
  summary: Told<Extract<MessageContent, { type: T }>>,
): MessageKind {
  return {
    kind,
    match: (content) => content.type === type,
    summary: (content, t) =>
      content.type === type ? summary(content as Extract<MessageContent, { type: T }>, t) : '',
  }
}

const named = (name: string, key: Key, plain: Key, t: Translate): string =>
  singleLine(name) ? t(key, { name: singleLine(name) }) : t(plain)

const textKind: MessageKind = {
  kind: 'text',
  match: (content) => content.type === 'text' && content.text !== '',
  summary: (content) => (content.type === 'text' ? content.text : ''),
}

/** The SDK writes it into every new group. */
const createdKind: MessageKind = {
  kind: NOTICE_KIND,
  match: (content) =>
    content.type === 'custom' &&
    (content.data === 'group_create' || jsonOf(content.data).businessID === 'group_create'),
  summary: (content, t) => {
    const { opUser } = jsonOf(content.type === 'custom' ? content.data : '')
    const name = typeof opUser === 'string' ? opUser : ''
    return t('tip.created', { operator: personName({ userID: '', name, self: false }, t) })
  },
}

const BUILT_IN: readonly MessageKind[] = [
  textKind,
  createdKind,
  kindFor('groupTip', NOTICE_KIND, tipWords),
  kindFor('systemNotice', NOTICE_KIND, noticeWords),
  kindFor('image', PICTURE_KIND, (_content, t) => t('kind.image')),
  kindFor('video', PICTURE_KIND, (_content, t) => t('kind.video')),
  kindFor('audio', 'summary', (_content, t) => t('kind.audio')),
  kindFor('file', CARD_KIND, ({ name }, t) => named(name, 'kind.fileNamed', 'kind.file', t)),
  kindFor('face', 'summary', (_content, t) => t('kind.face')),
  kindFor('location', CARD_KIND, ({ description }, t) =>
    named(description, 'kind.locationNamed', 'kind.location', t),
  ),
  kindFor('merger', CARD_KIND, (_content, t) => t('kind.merger')),
]

/** Whatever nobody else matches: never blank, never an exception. */
const fallbackKind: MessageKind = {
  kind: 'summary',
  match: () => true,
  summary: (content, t) => (content.type === 'custom' && content.description) || t('kind.unknown'),
}

const kinds: MessageKind[] = [...BUILT_IN]

/** The object that a custom message carries as JSON; empty for everything else. */
function jsonOf(data: string): Record<string, unknown> {
  if (!data.startsWith('{')) return {}
  const parsed: unknown = attempt(() => JSON.parse(data) as unknown, undefined)
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
}

function attempt<T>(call: () => T, otherwise: T): T {
  try {
    return call()
  } catch {
    return otherwise
  }
}

/** A host's kind reads what peers wrote. Where it throws, it does not match, or the built-in words are taken. */
function guarded(kind: MessageKind): MessageKind {
  return {
    kind: kind.kind,
    match: (content) => attempt(() => kind.match(content), false),
    summary: (content, t) => {
      const words: unknown = attempt(() => kind.summary(content, t), '')
      return typeof words === 'string' && words ? words : fallbackKind.summary(content, t)
    },
  }
}

/** Puts a kind before the built-in ones; the first that matches is taken. @returns the function that removes it */
export function registerMessageKind(kind: MessageKind): () => void {
  const added = guarded(kind)
  kinds.unshift(added)
  return () => {
    const at = kinds.indexOf(added)
    if (at >= 0) kinds.splice(at, 1)
  }
}

export function kindOf(content: MessageContent): MessageKind {
  return kinds.find((kind) => kind.match(content)) ?? fallbackKind
}
