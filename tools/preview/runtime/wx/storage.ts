import { device } from '../device'
import { asyncApis } from './call'

const PREFIX = `mini-program:${device.name}:`

interface Key {
  key: string
}

const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))

const has = (key: string): boolean => localStorage.getItem(PREFIX + key) !== null

function get(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key)
  return text === null ? '' : (JSON.parse(text) as unknown)
}

function set(key: string, data: unknown): void {
  localStorage.setItem(PREFIX + key, JSON.stringify(data ?? ''))
}

const remove = (key: string): void => localStorage.removeItem(PREFIX + key)

const clear = (): void => keys().forEach(remove)

const info = () => {
  const size = keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0)
  return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: 10240 }
}

/** Each phone keeps its own: two phones are two frames of one origin. */
export const storageApi = {
  getStorageSync: get,
  setStorageSync: set,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  ...asyncApis({
    getStorage: ({ key }: Key) => {
      if (!has(key)) throw new Error('data not found')
      return { data: get(key) }
    },
    setStorage: ({ key, data }: Key & { data: unknown }) => set(key, data),
    removeStorage: ({ key }: Key) => remove(key),
    clearStorage: clear,
    getStorageInfo: info,
  }),
}
