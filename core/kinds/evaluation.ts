import type { Translate } from '../../locales/index'
import { number, text } from '../../utils/read'
import { clip, singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { customJson } from './json'
import { EVALUATION_KIND, type MessageKind } from './kind'

/** What a customer thinks of a service. */
export interface EvaluationView {
  title: string
  /** Five, in their order. */
  stars: { id: number; given: boolean }[]
  /** What a screen reader says of the stars. */
  label: string
  comment: string
}

const STARS = 5
const TITLE_LENGTH = 40
const COMMENT_LENGTH = 300

function view(content: MessageContent, t: Translate): EvaluationView {
  const { score, comment } = customJson(content)
  const given = Math.min(Math.max(Math.round(number(score)), 0), STARS)
  const title =
    content.type === 'custom' ? clip(singleLine(content.description.slice(0, 200)), TITLE_LENGTH) : ''
  return {
    title: title || t('evaluation.title'),
    stars: Array.from({ length: STARS }, (_, at) => ({ id: at, given: at < given })),
    label: t('evaluation.stars', { count: given }),
    comment: clip(text(comment), COMMENT_LENGTH),
  }
}

/** Tencent's `{"businessID":"evaluation","score","comment"}`. */
export const evaluationKind: MessageKind = {
  kind: EVALUATION_KIND,
  bare: true,
  match: (content) => customJson(content).businessID === 'evaluation',
  summary: (_content, t) => t('kind.evaluation'),
  view: (content, { t }) => view(content, t),
}
