import type { ChatError, LastMessage } from './types'

/** A part of a community with a chat of its own: `GROUP<topicID>`. */
export interface Topic {
  readonly topicID: string
  readonly name: string
  readonly unread: number
  readonly last?: LastMessage
}

/** The topics of a community. */
export interface Topics {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly list: readonly Topic[]
  readonly error?: ChatError
}

/** By group ID; only those that were asked for. */
export type TopicsSlice = Readonly<Record<string, Topics>>
