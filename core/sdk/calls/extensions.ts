import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { mapExtensions } from '../map-updates'
import { optionalCalls } from '../optional-call'
import { list, number, record, text } from '../read'
import type { SdkReply } from '../reply'

type Reply = Promise<SdkReply<unknown>>
interface Pair {
  key: string
  value: string
}

export interface ExtensionInstance {
  setMessageExtensions?(message: SdkMessage, extensions: Pair[]): Reply
  getMessageExtensions?(message: SdkMessage): Reply
  deleteMessageExtensions?(message: SdkMessage, keys?: string[]): Reply
  getGroupCounters?(options: { groupID: string; keyList?: string[] }): Reply
  increaseGroupCounter?(options: { groupID: string; key: string; value: number }): Reply
  getGroupAttributes?(options: { groupID: string; keyList?: string[] }): Reply
  setGroupAttributes?(options: { groupID: string; groupAttributes: Record<string, string> }): Reply
}

/** What became of keys that were set. */
export interface ExtensionResult {
  /** As they are on the server now, also those that another was faster with. */
  readonly values: Readonly<Record<string, string>>
  /** Keys that were not set: somebody else had changed them (23001), or there are too many. */
  readonly refused: readonly string[]
}

export interface ExtensionCalls {
  /** SDK: `getMessageExtensions`. */
  extensions(message: Message): Promise<Record<string, string>>
  /** SDK: `setMessageExtensions`, at most 20 keys; those of a message that was sent `extensible` only. */
  setExtensions(message: Message, values: Readonly<Record<string, string>>): Promise<ExtensionResult>
  /** SDK: `deleteMessageExtensions`. */
  deleteExtensions(message: Message, keys: readonly string[]): Promise<void>
  /** Numbers of a group by their keys. SDK: `getGroupCounters`. */
  counters(groupID: string): Promise<Record<string, number>>
  /** @returns the number afterwards. SDK: `increaseGroupCounter` */
  increaseCounter(groupID: string, key: string, by: number): Promise<number>
  /** Texts of a live room by their keys. SDK: `getGroupAttributes`. */
  attributes(groupID: string): Promise<Record<string, string>>
  /** SDK: `setGroupAttributes`. */
  setAttributes(groupID: string, values: Readonly<Record<string, string>>): Promise<void>
}

/** No more than the server keeps. */
const MOST = 300

export function extensionCalls({ instance, book }: CallContext<ExtensionInstance>): ExtensionCalls {
  const call = optionalCalls(instance)

  const numbers = (data: unknown): Record<string, number> => {
    const found: Record<string, number> = Object.create(null) as Record<string, number>
    for (const item of list(record(data).counters, MOST)) {
      const { key, value } = record(item)
      found[text(key)] = number(value)
    }
    return found
  }

  return {
    extensions: async (message) =>
      mapExtensions(record(await call('getMessageExtensions', book.find(message))).extensions),

    async setExtensions(message, values) {
      const pairs = Object.keys(values).map((key) => ({ key, value: values[key] ?? '' }))
      const { extensions } = record(await call('setMessageExtensions', book.find(message), pairs))
      const refused = list(extensions, MOST)
        .map(record)
        .filter(({ code }) => number(code) !== 0)
        .map(({ key }) => text(key))
      return { values: mapExtensions(extensions), refused }
    },

    async deleteExtensions(message, keys) {
      await call('deleteMessageExtensions', book.find(message), [...keys])
    },

    counters: async (groupID) => numbers(await call('getGroupCounters', { groupID })),

    increaseCounter: async (groupID, key, value) =>
      numbers(await call('increaseGroupCounter', { groupID, key, value }))[key] ?? 0,

    async attributes(groupID) {
      const found: Record<string, string> = Object.create(null) as Record<string, string>
      const { groupAttributes } = record(await call('getGroupAttributes', { groupID }))
      for (const [key, value] of Object.entries(record(groupAttributes))) found[key] = text(value)
      return found
    },

    async setAttributes(groupID, values) {
      await call('setGroupAttributes', { groupID, groupAttributes: { ...values } })
    },
  }
}
