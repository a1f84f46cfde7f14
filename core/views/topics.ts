import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { profileOfGroup } from '../store/group-profiles'
import type { State } from '../store/state'
import type { Topic } from '../store/topics'
import { lastWords } from './conversation-preview'
import { badge } from './conversation-words'
import { errorText } from './error-text'

export interface TopicRow {
  id: string
  name: string
  /** The newest message. */
  note: string
  badge: string
}

export interface TopicListView {
  loading: boolean
  /** Why nothing can be shown. */
  error: string
  rows: TopicRow[]
  /** The user may make new ones. */
  create: boolean
}

const NAME_LENGTH = 40

export const topicName = ({ name, topicID }: Topic): string => clip(singleLine(name) || topicID, NAME_LENGTH)

export function topicListView(state: State, groupID: string, t: Translate): TopicListView {
  const { phase = 'loading', list = [], error } = state.topics[groupID] ?? {}
  const role = profileOfGroup(state.groups, groupID)?.role ?? 'member'
  return {
    loading: phase === 'loading' && !list.length,
    error: phase === 'failed' && error && !list.length ? errorText(error, t) : '',
    rows: list.map((topic) => ({
      id: topic.topicID,
      name: topicName(topic),
      note: topic.last ? lastWords({ type: 'GROUP', name: '', target: '' }, topic.last, t) : '',
      badge: badge(topic.unread),
    })),
    create: role !== 'member',
  }
}
