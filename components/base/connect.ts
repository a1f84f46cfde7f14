import type { ChatInstance, ChatNamespace } from '../../core/sdk/contract'
import { acquireKit, releaseKit, type Kit } from '../../core/kit'
import type { State } from '../../core/store/state'
import type { Translate } from '../../locales/index'
import { hostGlobals, platform } from '../../platform/index'
import { diff } from './diff'

/** The parts of a component instance that the glue touches. */
export interface Instance {
  data: Record<string, any>
  setData(patch: Record<string, unknown>): void
}

export interface Connection {
  readonly kit: Kit
  /** Brings the view up to date before the tick is over. */
  refresh(): void
  /** Ends the subscription and gives the kit back. */
  release(): void
}

/** What a view is computed from: the state, the component's own properties, and the language. */
export type View<V extends object> = (state: State, props: Record<string, any>, t: Translate) => V

const connections = new WeakMap<object, Connection>()

/** The kit of the SDK instance that the host handed over, or `undefined` before it did. */
export function acquireHostKit(): Kit | undefined {
  const { instance, namespace, userID, appID } = hostGlobals()
  if (!instance || !namespace) return undefined
  return acquireKit({
    instance: instance as ChatInstance,
    namespace: namespace as ChatNamespace,
    userID,
    appID,
    language: platform.language(),
    memory: {
      read: (key) => platform.readStorage(key),
      write: (key, value) => platform.writeStorage(key, value),
    },
  })
}

/**
 * Keeps `component.data` equal to `view(state)`: one `setData` per tick, changed paths only. While the property
 * `active` is false nothing is sent; what changed meanwhile goes over in one piece afterwards.
 */
export function connectTo<V extends object>(
  component: Instance,
  kit: Kit,
  view: View<V>,
  initial: V,
): Connection {
  let shown: object = initial
  let scheduled = false
  let released = false

  const flush = (): void => {
    scheduled = false
    if (released || component.data.active === false) return
    const next = view(kit.store.get(), component.data, kit.t())
    const patch = diff(shown, next)
    shown = next
    if (Object.keys(patch).length) component.setData(patch)
  }
  const refresh = (): void => {
    if (scheduled) return
    scheduled = true
    void Promise.resolve().then(flush)
  }
  const unsubscribe = kit.store.subscribe(refresh)
  flush()
  return {
    kit,
    refresh,
    release() {
      released = true
      unsubscribe()
      releaseKit(kit)
    },
  }
}

interface ConnectOptions<V extends object> {
  /** Data before the first state is there; its keys are all that the view may return. */
  initial: V
  view: View<V>
  /** Properties that the view reads; a change of one brings the view up to date. */
  props?: readonly string[]
}

/** A behavior that connects every instance of a component with a closure of its own. */
export function connect<V extends object>({ initial, view, props = [] }: ConnectOptions<V>) {
  const observers: Record<string, (this: object) => void> = {}
  for (const name of [...props, 'active']) {
    observers[name] = function () {
      connections.get(this)?.refresh()
    }
  }
  return Behavior({
    data: initial,
    lifetimes: {
      attached() {
        const kit = acquireHostKit()
        if (kit) connections.set(this, connectTo(this as unknown as Instance, kit, view, initial))
      },
      detached() {
        // Kept in the map: the component's own `detached` runs after this one and still needs its kit.
        connections.get(this)?.release()
      },
    },
    observers,
  })
}

/** The kit that a connected component uses, or `undefined` when the host has not handed over an SDK. */
export function kitOf(component: object): Kit | undefined {
  return connections.get(component)?.kit
}
