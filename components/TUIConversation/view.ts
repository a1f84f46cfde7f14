import type { State } from '../../core/store/state'
import { connectionText } from '../../core/views/connection'
import {
  conversationListView,
  type ConversationListView,
  type ListSight,
} from '../../core/views/conversation-list'
import { translator, type Translate } from '../../locales/index'
import { listLabels, type ListLabels } from './labels'

export interface View extends ConversationListView {
  pieceCount: number
  connection: string
  labels: ListLabels
}

/** Before the first state is there. */
export const initialView: View = {
  phase: 'loading',
  pieces: [],
  pieceCount: 0,
  rows: {},
  tabs: [],
  tab: 'all',
  title: '',
  error: '',
  empty: '',
  connection: '',
  labels: listLabels(translator('zh-CN')),
}

/** What of the component's data decides what is shown. */
export interface ListData {
  near: { first: number; last: number }
  chosenTab: string
  folder: boolean
  filters: boolean
  conversationGroups: boolean
  selecting: boolean
  chosenCount: number
}

export const VIEW_PROPS: readonly (keyof ListData)[] = [
  'near',
  'chosenTab',
  'folder',
  'filters',
  'conversationGroups',
  'selecting',
  'chosenCount',
]

export const sightOf = ({
  near,
  chosenTab,
  folder,
  filters,
  conversationGroups,
}: Omit<ListData, 'selecting' | 'chosenCount'>): ListSight => ({
  ...near,
  tab: chosenTab,
  folder,
  tabs: filters,
  groupTabs: conversationGroups,
})

function titleOf(title: string, { selecting, chosenCount: count }: ListData, t: Translate): string {
  if (!selecting) return title
  return count ? t('conversation.selected', { count }) : t('conversation.selectNone')
}

export function listView(state: State, data: ListData, t: Translate): View {
  const view = conversationListView(state, t, sightOf(data))
  return {
    ...view,
    title: titleOf(view.title, data, t),
    pieceCount: view.pieces.length,
    connection: connectionText(state, t),
    labels: listLabels(t),
  }
}
