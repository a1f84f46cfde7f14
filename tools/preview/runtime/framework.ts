import { component, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { isBuiltinTag } from './builtin-tags'
import type { SetDataStats } from './control'
import { convertUnits } from './css-units'

export type Component = glassEasel.GeneralComponent
export type WxElement = glassEasel.Element

/** The object that a component's methods see as `this`. */
export interface Caller {
  _$: Component
  is: string
  data: Record<string, unknown>
  [member: string]: unknown
}

/** A DOM element that glass-easel put there. */
export type HostElement = HTMLElement & { __wxElement?: WxElement }

type DomElement = ReturnType<glassEasel.CurrentWindowBackendContext['document']['createElement']>

function setAttribute(this: HTMLElement, name: string, value: unknown): void {
  const text = String(value)
  Element.prototype.setAttribute.call(this, name, name === 'style' ? convertUnits(text) : text)
}

/** Built-in tags become `wx-<tag>` elements, so that the browser's own `input` or `button` does not come instead. */
function createElement(tag: string): DomElement {
  const element = document.createElement(isBuiltinTag(tag) ? `wx-${tag}` : tag)
  element.setAttribute = setAttribute
  return element as unknown as DomElement
}

class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super()
    this.document = {
      createElement,
      createTextNode: (text) => document.createTextNode(text) as unknown as DomElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as DomElement,
    }
  }

  // Events come from the preview's own layer (events.ts), which knows what WeChat's carry.
  override onEvent(): void {}

  override setListenerStats(): void {}
}

const env = new MiniProgramEnv()

/** The mini program's code space: all its pages and components. */
export const codeSpace = env.createCodeSpace('app', true)

export const backend = env.associateBackend(new PhoneBackend())

const space = codeSpace.getComponentSpace()
space.updateComponentOptions({ writeIdToDOM: true })

/** glass-easel leaves `ready` to its user: it comes after the first layout, children before parents as they attach. */
codeSpace.setOverallBehavior(
  space.defineBehavior({
    lifetimes: {
      attached(this: Caller) {
        const { _$: self } = this
        requestAnimationFrame(() => {
          if (glassEasel.Element.isAttached(self)) self.triggerLifetime('ready', [])
        })
      },
    },
  }) as glassEasel.GeneralBehavior,
)

/** By component path, since the start or the last `resetStats()`. */
export const stats: Record<string, SetDataStats> = {}

export function resetStats(): void {
  for (const path of Object.keys(stats)) delete stats[path]
}

let countsBytes = true
const encoder = new TextEncoder()

export function countBytes(on: boolean): void {
  countsBytes = on
}

interface CallerPrototype {
  setData: (this: Caller, data: Record<string, unknown>, callback?: () => void) => void
  createSelectorQuery: (this: Caller) => unknown
  createIntersectionObserver: (this: Caller, options?: object) => unknown
}

/** The methods that all components and pages inherit. */
export const callerPrototype = component.ComponentCaller.prototype as unknown as CallerPrototype

const originalSetData = callerPrototype.setData
callerPrototype.setData = function (data, callback) {
  const entry = (stats[this.is] ??= { calls: 0, bytes: 0 })
  entry.calls += 1
  if (countsBytes) entry.bytes += encoder.encode(JSON.stringify(data ?? {})).length
  originalSetData.call(this, data, callback)
}

/** The glass-easel element that a DOM node belongs to. */
export function wxElementOf(node: Node | null): WxElement | undefined {
  for (let at = node as (HostElement & Node) | null; at; at = at.parentNode as HostElement | null) {
    if (at.__wxElement) return at.__wxElement
  }
  return undefined
}

/** The DOM element of a glass-easel element; undefined for virtual ones. */
export function domOf(element: WxElement | null | undefined): HTMLElement | undefined {
  return (element?.getBackendElement() ?? undefined) as unknown as HTMLElement | undefined
}

/** The path of the component whose template holds this element. */
export function ownerPath(element: WxElement): string {
  return element.ownerShadowRoot?.getHostNode().is ?? ''
}
