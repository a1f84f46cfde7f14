import type { Storage, Table } from '../storage'
import { UNTOUCHED_CHAT, type ChatState } from './groups'

/** A part of a community with a history of its own. */
export interface Topic {
  readonly id: string
  readonly groupID: string
  readonly name: string
  /** URL of a picture; empty: none. */
  readonly avatar: string
  readonly introduction: string
  readonly notification: string
  /** Of the host, as it wrote it. */
  readonly customData: string
  readonly allMuted: boolean
  /** Seconds. */
  readonly createdAt: number
}

const ALL = 'all'

/** The topics of the communities, and what each member has done with them. */
export class Topics {
  private readonly topics: Table<Topic>
  /** (group, topic), in the order of creation. */
  private readonly byGroup: Table<true>
  /** (topic, user) */
  private readonly states: Table<ChatState>

  constructor(storage: Storage) {
    this.topics = storage.table('topics')
    this.byGroup = storage.table('topics-of-group')
    this.states = storage.table('topic-states')
  }

  get(topicID: string): Topic | undefined {
    return this.topics.get(ALL, topicID)
  }

  /** In the order of creation. */
  ofGroup(groupID: string): Topic[] {
    return this.byGroup.rows(groupID).flatMap(([topicID]) => this.get(topicID) ?? [])
  }

  put(topic: Topic): void {
    this.topics.set(ALL, topic.id, topic)
    this.byGroup.set(topic.groupID, topic.id, true)
  }

  remove(topic: Topic): void {
    this.topics.delete(ALL, topic.id)
    this.byGroup.delete(topic.groupID, topic.id)
    this.states.clear(topic.id)
  }

  state(topicID: string, userID: string): ChatState {
    return this.states.get(topicID, userID) ?? UNTOUCHED_CHAT
  }

  changeState(topicID: string, userID: string, change: Partial<ChatState>): ChatState {
    const changed = { ...this.state(topicID, userID), ...change }
    this.states.set(topicID, userID, changed)
    return changed
  }
}
