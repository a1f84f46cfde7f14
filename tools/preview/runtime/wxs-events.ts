import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { domOf, type Caller, type Component, type WxElement } from './framework'

/** What WeChat hands to wxs functions: a component, or an element of its template. */
interface Descriptor {
  selectComponent(selector: string): Descriptor | null
  selectAllComponents(selector: string): Descriptor[]
  setStyle(style: string | Record<string, string | number>): Descriptor
  addClass(names: string): Descriptor
  removeClass(names: string): Descriptor
  hasClass(name: string): boolean
  getDataset(): Record<string, unknown>
  getState(): Record<string, unknown>
  callMethod(name: string, argument?: unknown): void
  triggerEvent(name: string, detail?: unknown): void
  requestAnimationFrame(callback: () => void): void
  setTimeout(callback: () => void, ms: number): number
  clearTimeout(timer: number): void
  getComputedStyle(names: readonly string[]): Record<string, string>
  getBoundingClientRect(): DOMRect | undefined
}

type EventFunction = (event: object, owner: Descriptor) => unknown
type ChangeFunction = (value: unknown, before: unknown, owner: Descriptor, instance: Descriptor) => void

const states = new WeakMap<WxElement, Record<string, unknown>>()
const descriptors = new WeakMap<WxElement, Descriptor>()

function stateOf(element: WxElement): Record<string, unknown> {
  const state = states.get(element) ?? {}
  states.set(element, state)
  return state
}

const isComponent = (element: WxElement): element is Component => glassEasel.Component.isComponent(element)

function setStyle(element: WxElement, style: string | Record<string, string | number>): void {
  const dom = domOf(element)
  if (!dom) return
  const pairs =
    typeof style === 'string'
      ? style.split(';').map((pair) => pair.split(/:(.*)/s).map((part) => part.trim()))
      : Object.entries(style)
  for (const [name = '', value = ''] of pairs) if (name) dom.style.setProperty(String(name), String(value))
}

function describe(element: WxElement): Descriptor {
  const known = descriptors.get(element)
  if (known) return known
  const host = (): Component | undefined =>
    isComponent(element) ? element : element.ownerShadowRoot?.getHostNode()
  const all = (selector: string): Descriptor[] =>
    host()?.getShadowRoot()?.querySelectorAll(selector).map(describe) ?? []
  const made: Descriptor = {
    selectComponent: (selector) => all(selector)[0] ?? null,
    selectAllComponents: all,
    setStyle(style) {
      setStyle(element, style)
      return made
    },
    addClass(names) {
      for (const name of names.split(/\s+/)) if (name) element.toggleNodeClass(name, true)
      return made
    },
    removeClass(names) {
      for (const name of names.split(/\s+/)) if (name) element.toggleNodeClass(name, false)
      return made
    },
    hasClass: (name) => element.class.split(/\s+/).includes(name),
    getDataset: () => element.dataset,
    getState: () => stateOf(element),
    callMethod: (name, argument) => void host()?.callMethod(name, argument),
    triggerEvent: (name, detail) => element.triggerEvent(name, detail, {}),
    requestAnimationFrame: (callback) => void requestAnimationFrame(callback),
    setTimeout: (callback, ms) => window.setTimeout(callback, ms),
    clearTimeout: (timer) => window.clearTimeout(timer),
    getComputedStyle(names) {
      const dom = domOf(element)
      const style = dom && getComputedStyle(dom)
      return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']))
    },
    getBoundingClientRect: () => domOf(element)?.getBoundingClientRect(),
  }
  descriptors.set(element, made)
  return made
}

/** The kinds of values in a template that come from wxs: of a file, or of the template itself. */
const FROM_WXS = new Set<unknown>([1, 2])

/** The element behind an event's `currentTarget`, which is the caller for a component. */
const elementOf = (target: Caller | WxElement): WxElement => ('_$' in target ? target._$ : target)

/** What compiled templates call: see `wxml.ts`. */
const bridge = {
  /** An event on an element: heard by a method of the component, or by a function of wxs. */
  event(
    caller: Caller,
    event: glassEasel.Event<unknown>,
    listener: (...args: unknown[]) => unknown,
    path?: unknown[],
  ) {
    if (!path || !FROM_WXS.has(path[0])) return listener.call(caller, event)
    const { currentTarget, target } = event as unknown as Record<
      'currentTarget' | 'target',
      Caller | WxElement
    >
    const element = elementOf(currentTarget)
    const given = event as unknown as Record<string, unknown>
    const seen = Object.assign(Object.create(event) as object, {
      touches: given.touches,
      changedTouches: given.changedTouches,
      target: { dataset: elementOf(target).dataset },
      currentTarget: { dataset: element.dataset },
      instance: describe(element),
    })
    return (listener as EventFunction)(seen, describe(caller._$))
  },

  /** `change:name="{{module.function}}"`: told when the whole template has its new values. */
  change: (listener: unknown) =>
    typeof listener === 'function'
      ? (value: unknown, before: unknown, host: Component, element: WxElement) =>
          queueMicrotask(() => {
            ;(listener as ChangeFunction)(value, before, describe(host), describe(element))
          })
      : listener,
}

Object.assign(globalThis, { __wxs: bridge })
