import type { Translate } from '../../locales/index'
import { clip } from '../../utils/text'
import type { ContactsSlice } from '../store/contacts'
import { peopleView, PERSON_HEIGHT, type PeopleView } from './people'

/** Friends to choose from, and what is being typed as a user ID. */
export interface PickView extends PeopleView {
  /** `User ID: bob`; empty while nothing is typed. */
  byID: string
  /** Its height, px. */
  head: number
  /** There are no friends. */
  empty: boolean
}

export const NO_PICK: PickView = {
  rows: [],
  before: 0,
  after: 0,
  letters: [],
  byID: '',
  head: 0,
  empty: false,
}

export function pickView(contacts: ContactsSlice, query: string, top: number, t: Translate): PickView {
  const typed = query.trim()
  return {
    ...peopleView(contacts.friends, query, top),
    byID: typed && t('start.byID', { id: clip(typed, 40) }),
    head: typed ? PERSON_HEIGHT : 0,
    empty: !typed && contacts.phase === 'ready' && !contacts.friends.length,
  }
}
