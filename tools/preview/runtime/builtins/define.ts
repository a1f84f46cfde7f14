import { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { BuiltinTag } from '../builtin-tags'
import { textOf } from '../dom'
import { codeSpace, domOf, type Component } from '../framework'

type Properties = Record<string, unknown>

/** One element of a built-in component, as its implementation sees it. */
export interface BuiltinHost {
  readonly element: HTMLElement
  readonly component: Component
  /** Current property values by their camelCase names. */
  readonly props: Properties
  emit(name: string, detail?: object, options?: { bubbles?: boolean; composed?: boolean }): void
  /** Sets one of its own properties, for `model:` bindings. */
  set(name: string, value: unknown): void
}

export interface Builtin {
  /** Where the children go; the element itself unless told. */
  slot?: HTMLElement
  /** Called once with all properties, then with the changed ones. */
  update?(changed: (name: string) => boolean): void
  attached?(): void
  detached?(): void
}

type PropertyDefaults = Record<string, unknown>

const TYPES = { string: String, number: Number, boolean: Boolean, object: null, undefined: null } as const

const HOVER = { hoverClass: 'none', hoverStopPropagation: false, hoverStartTime: 50, hoverStayTime: 400 }
const ARIA =
  'label role hidden checked disabled selected expanded pressed live modal haspopup level valuenow valuemin valuemax valuetext'
const ARIA_ATTRIBUTES = new Map(
  ARIA.split(' ').map((name) => [
    `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    name === 'role' ? name : `aria-${name}`,
  ]),
)
/** `prop` is what wxs listens to with `change:prop`. */
const COMMON: PropertyDefaults = Object.fromEntries(
  [...ARIA_ATTRIBUTES.keys(), 'prop'].map((name) => [name, null]),
)

const instances = new WeakMap<Component, Builtin>()

/**
 * Defines a built-in component. `defaults` names its properties; a property takes its type from its default, and any
 * type when that is null.
 */
export function defineBuiltin(
  tag: BuiltinTag,
  defaults: PropertyDefaults,
  create: (host: BuiltinHost) => Builtin | void,
): void {
  const all: PropertyDefaults = { ...COMMON, ...defaults }
  const properties = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      { type: value === null ? null : TYPES[typeof value as keyof typeof TYPES], value },
    ]),
  )
  const space = codeSpace.getComponentSpace()
  const definition = space.defineComponent({
    is: `wx://${tag}`,
    options: {
      externalComponent: true,
      templateEngine: engine(create),
      propertyPassingDeepCopy: glassEasel.DeepCopyKind.None,
    },
    properties: properties as never,
    lifetimes: {
      attached(this: unknown) {
        instances.get(this as Component)?.attached?.()
      },
      detached(this: unknown) {
        instances.get(this as Component)?.detached?.()
      },
    },
  })
  space.setGlobalUsingComponent(tag, definition.general())
}

/** Properties of what can be pressed. */
export const hoverProperties = (overrides: Partial<typeof HOVER> = {}): PropertyDefaults => ({
  ...HOVER,
  ...overrides,
})

function engine(create: (host: BuiltinHost) => Builtin | void): glassEasel.templateEngine.TemplateEngine {
  return {
    create: () => ({
      createInstance(component) {
        const element = domOf(component) as HTMLElement
        const host = new Host(component, element)
        const builtin = create(host) ?? {}
        instances.set(component, builtin)
        const slot = (builtin.slot ?? element) as unknown as glassEasel.domlikeBackend.Element
        return {
          shadowRoot: {
            root: element as unknown as glassEasel.domlikeBackend.Element,
            slot,
            getIdMap: () => ({}),
            handleEvent: () => undefined,
            setListener: () => undefined,
          },
          initValues(data) {
            host.props = data as Properties
            builtin.update?.(() => true)
          },
          updateValues(data, changes) {
            host.props = data as Properties
            const names = new Set(changes.map(([path]) => path[0]))
            reflectAria(element, host.props, names)
            builtin.update?.((name) => names.has(name))
          },
        }
      },
    }),
  }
}

function reflectAria(element: HTMLElement, data: Properties, names: ReadonlySet<unknown>): void {
  for (const [property, attribute] of ARIA_ATTRIBUTES) {
    if (!names.has(property)) continue
    const value = data[property]
    if (value === null || value === undefined) element.removeAttribute(attribute)
    else element.setAttribute(attribute, textOf(value))
  }
}

class Host implements BuiltinHost {
  props: Properties = {}

  constructor(
    readonly component: Component,
    readonly element: HTMLElement,
  ) {}

  emit(name: string, detail: object = {}, options: { bubbles?: boolean; composed?: boolean } = {}): void {
    this.component.triggerEvent(name, detail, options)
  }

  set(name: string, value: unknown): void {
    this.component.setData({ [name]: value })
  }
}
