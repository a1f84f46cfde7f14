import { createStore } from './create-store'

const initial = () => ({ a: { n: 1 }, b: { n: 2 } })

test('a change replaces its slice and leaves the others as they are', () => {
  const before = initial()
  const store = createStore(before)
  store.set(() => ({ a: { n: 5 } }))
  expect(store.get()).toEqual({ a: { n: 5 }, b: { n: 2 } })
  expect(store.get().b).toBe(before.b)
  expect(before).toEqual(initial())
})

test('subscribers hear of every change once', () => {
  const store = createStore(initial())
  const heard = jest.fn()
  store.subscribe(heard)
  store.set(() => ({ a: { n: 3 } }))
  store.set(() => ({ a: { n: 4 }, b: { n: 5 } }))
  expect(heard).toHaveBeenCalledTimes(2)
})

test('nobody hears of a change that is none', () => {
  const store = createStore(initial())
  const before = store.get()
  const heard = jest.fn()
  store.subscribe(heard)
  store.set(() => ({}))
  store.set(({ a, b }) => ({ a, b }))
  expect(heard).not.toHaveBeenCalled()
  expect(store.get()).toBe(before)
})

test('an optional slice can be taken away', () => {
  const store = createStore<{ a?: { n: number } | undefined }>({ a: { n: 1 } })
  const heard = jest.fn()
  store.subscribe(heard)
  store.set(() => ({ a: undefined }))
  store.set(() => ({ a: undefined }))
  expect(store.get().a).toBeUndefined()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('who unsubscribed hears nothing any more', () => {
  const store = createStore(initial())
  const heard = jest.fn()
  const stop = store.subscribe(heard)
  stop()
  stop()
  store.set(() => ({ a: { n: 3 } }))
  expect(heard).not.toHaveBeenCalled()
})

test('who unsubscribes itself during a notification does not keep the others from hearing', () => {
  const store = createStore(initial())
  const other = jest.fn()
  const stop = store.subscribe(() => stop())
  store.subscribe(other)
  store.set(() => ({ a: { n: 3 } }))
  store.set(() => ({ a: { n: 4 } }))
  expect(other).toHaveBeenCalledTimes(2)
})

test('who is unsubscribed by an earlier listener is not called any more: its component is gone', () => {
  const store = createStore(initial())
  const gone = jest.fn()
  let stopGone = (): void => undefined
  store.subscribe(() => stopGone())
  stopGone = store.subscribe(gone)
  store.set(() => ({ a: { n: 3 } }))
  expect(gone).not.toHaveBeenCalled()
})

test('who subscribes during a notification hears from the next change on', () => {
  const store = createStore(initial())
  const late = jest.fn()
  const stop = store.subscribe(() => {
    stop()
    store.subscribe(late)
  })
  store.set(() => ({ a: { n: 3 } }))
  expect(late).not.toHaveBeenCalled()
  store.set(() => ({ a: { n: 4 } }))
  expect(late).toHaveBeenCalledTimes(1)
})

test('a listener may change the store itself; everybody ends with the newest state', () => {
  const store = createStore({ a: 1, b: 0 })
  const seen: number[] = []
  store.subscribe(() => store.set(({ a }) => ({ b: a * 2 })))
  store.subscribe(() => seen.push(store.get().b))
  store.set(() => ({ a: 4 }))
  expect(store.get()).toEqual({ a: 4, b: 8 })
  expect(seen[seen.length - 1]).toBe(8)
})
