import type { SearchKind } from '../../core/store/searches'

/** What a filter bar restricts a search to; empty: nothing. */
export interface Filters {
  /** User ID. */
  sender: string
  kind: SearchKind | ''
  /** `2024-03-14` */
  day: string
}
