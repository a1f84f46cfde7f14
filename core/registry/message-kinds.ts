import { BUILT_IN_KINDS, fallbackKind } from '../kinds/built-in'
import { CALL_KIND, NOTICE_KIND, type MessageKind } from '../kinds/kind'
import type { MessageContent } from '../store/types'

export type { BodyContext, MessageKind } from '../kinds/kind'

const kinds: MessageKind[] = [...BUILT_IN_KINDS]

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
    summary: (content, t, sender) => {
      const words: unknown = attempt(() => kind.summary(content, t, sender), '')
      return typeof words === 'string' && words ? words : fallbackKind.summary(content, t)
    },
    view: (content, context) => attempt(() => kind.view?.(content, context), undefined),
    bare: kind.bare,
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

/** Told by the system, not by anybody: about the conversation, not part of what people say. */
export const isNotice = (content: MessageContent): boolean =>
  content.type === 'systemNotice' || kindOf(content).kind === NOTICE_KIND

/** Part of what people say, which can be answered, handed on and taken back: no notice, and no record of a call. */
export const isSaid = (content: MessageContent): boolean =>
  !isNotice(content) && kindOf(content).kind !== CALL_KIND
