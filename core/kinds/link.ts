import type { Translate } from '../../locales/index'
import { text } from '../../utils/read'
import { clip, singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { customJson } from './json'
import { LINK_KIND, type MessageKind } from './kind'
import { safeLink } from './safe-link'

/** Words with a link under them. */
export interface LinkView {
  text: string
  /** Empty: the peer sent none that may be opened. */
  link: string
  label: string
}

const TEXT_LENGTH = 500

const wordsOf = (content: MessageContent): string => clip(text(customJson(content).text), TEXT_LENGTH)

function view(content: MessageContent, t: Translate): LinkView {
  const words = singleLine(wordsOf(content)) ? wordsOf(content) : t('kind.link')
  return { text: words, link: safeLink(customJson(content).link), label: t('link.details') }
}

/** Tencent's `{"businessID":"text_link","text","link"}`. */
export const linkKind: MessageKind = {
  kind: LINK_KIND,
  match: (content) => customJson(content).businessID === 'text_link',
  summary: (content, t) => singleLine(wordsOf(content)) || t('kind.link'),
  view: (content, { t }) => view(content, t),
}
