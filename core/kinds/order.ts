import { mediaUrl, text } from '../../utils/read'
import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { customJson } from './json'
import { ORDER_KIND, type MessageKind } from './kind'
import { safeLink } from './safe-link'

/** Something that was ordered, or is offered. */
export interface OrderView {
  title: string
  description: string
  price: string
  /** Empty: there is none that may be loaded. */
  image: string
  /** Empty: a tap does nothing. */
  link: string
}

const TITLE_LENGTH = 60
const DESCRIPTION_LENGTH = 80
const PRICE_LENGTH = 20

const line = (value: unknown, max: number): string => {
  const words = typeof value === 'number' && Number.isFinite(value) ? String(value) : text(value)
  return clip(singleLine(words.slice(0, 4 * max)), max)
}

const titleOf = (content: MessageContent): string => {
  const json = customJson(content)
  return (
    line(json.title, TITLE_LENGTH) || line(content.type === 'custom' && content.description, TITLE_LENGTH)
  )
}

function view(content: MessageContent, t: Translate): OrderView {
  const json = customJson(content)
  return {
    title: titleOf(content) || t('kind.order'),
    description: line(json.description, DESCRIPTION_LENGTH),
    price: line(json.price, PRICE_LENGTH),
    image: mediaUrl(json.imageUrl),
    link: safeLink(json.link),
  }
}

/** Tencent's `{"businessID":"order","title","imageUrl","price","description","link"}`. */
export const orderKind: MessageKind = {
  kind: ORDER_KIND,
  bare: true,
  match: (content) => customJson(content).businessID === 'order',
  summary: (content, t) => {
    const title = titleOf(content)
    return title ? t('kind.orderNamed', { name: title }) : t('kind.order')
  },
  view: (content, { t }) => view(content, t),
}
