import type { zhCN } from './zh-CN'

export type Key = keyof typeof zhCN
/** All texts of one language. */
export type Messages = Record<Key, string>
