import type { Translate } from '../../locales/index'
import { list, record, text } from '../../utils/read'
import { clip, singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import type { CardView } from './card'
import { jsonOf } from './json'
import { CARD_KIND, type MessageKind } from './kind'

const TITLE_LENGTH = 60
const LINE_LENGTH = 80
const MAX_LINES = 8

const line = (value: unknown, max: number): string => clip(singleLine(text(value).slice(0, 4 * max)), max)

function view(content: MessageContent, t: Translate): CardView {
  const { title, item, description } = jsonOf(content.type === 'custom' ? content.extension : '')
  const keys = list(item, MAX_LINES).map((entry) => line(record(entry).key, LINE_LENGTH))
  const lines = [...keys, line(description, LINE_LENGTH)].filter(Boolean)
  return {
    icon: '',
    title: line(title, TITLE_LENGTH) || t('kind.consultation'),
    lines: lines.map((words, at) => ({ id: `line-${at}`, text: words })),
    tag: '',
    opens: false,
  }
}

/** Tencent's greeting of a service desk: data `consultion` (as it is written there), the rest in `extension`. */
export const consultationKind: MessageKind = {
  kind: CARD_KIND,
  bare: true,
  match: (content) => content.type === 'custom' && content.data === 'consultion',
  summary: (content, t) => view(content, t).title,
  view: (content, { t }) => view(content, t),
}
