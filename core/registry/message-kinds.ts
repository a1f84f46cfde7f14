import type { Key, Translate } from '../../locales/index'
import type { MessageContent } from '../store/types'

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

const OTHER_SUMMARIES = new Map<string, Key>([
  ['TIMImageElem', 'kind.image'],
  ['TIMSoundElem', 'kind.audio'],
  ['TIMVideoFileElem', 'kind.video'],
  ['TIMFileElem', 'kind.file'],
  ['TIMFaceElem', 'kind.face'],
  ['TIMLocationElem', 'kind.location'],
  ['TIMRelayElem', 'kind.merger'],
  ['TIMGroupTipElem', 'kind.groupTip'],
  ['TIMGroupSystemNoticeElem', 'kind.systemNotice'],
])

const textKind: MessageKind = {
  kind: 'text',
  match: (content) => content.type === 'text' && content.text !== '',
  summary: (content) => (content.type === 'text' ? content.text : ''),
}

/** Whatever nobody else matches: never blank, never an exception. */
const fallbackKind: MessageKind = {
  kind: 'summary',
  match: () => true,
  summary: (content, t) => {
    if (content.type === 'text') return content.text || t('kind.unknown')
    if (content.type === 'custom') return content.description || t('kind.unknown')
    return t(OTHER_SUMMARIES.get(content.sdkType) ?? 'kind.unknown')
  },
}

const kinds: MessageKind[] = [textKind]

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
