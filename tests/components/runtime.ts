/** What miniprogram-simulate does differently from a phone and a test would stumble over is put right here. */
import exparser, { type RawNode } from 'miniprogram-exparser'
import IntersectionObserver from 'j-component/src/tool/intersectionobserver'
import render from 'j-component/src/render/render'
import { getTagName } from 'j-component/src/tool/utils'
import jComponent from 'j-component/src/index'
import files from 'miniprogram-simulate/src/utils'

export interface SetDataCall {
  /** The component's tag, `tui-kit` for the root. */
  tag: string
  /** What was handed to `setData`, copied. */
  patch: Record<string, unknown>
  /** UTF-8 bytes of the patch as JSON: what crosses from one thread of a phone to the other. */
  bytes: number
}

export interface Watch {
  component: RawNode
  selector: string
  callback: (entry: { intersectionRatio: number; dataset?: object }) => void
  observer: IntersectionObserver
}

/** What the runtime was seen doing since the beginning of the test. */
export const seen = {
  calls: [] as SetDataCall[],
  /** The values of all `setData`, not copied. */
  handedOver: [] as unknown[],
  /** What went wrong inside the framework. */
  problems: [] as string[],
  /** Intersection observers that are active, and all that were started. */
  watches: [] as Watch[],
  started: [] as Watch[],
}

/** The name of a node in the template of its parent; `tui-kit` for the root. In an abstract node: what stands there. */
export const tagOf = (node: RawNode): string =>
  getTagName(node._vt?.componentId ?? '') ?? getTagName(node.is) ?? node._vt?.tagName ?? node.is

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * exparser writes along a path in place, and the template engine tells changes of attributes by identity: without new
 * containers on the way, a change inside a list would never arrive at the component of its row.
 */
function renewContainers(data: Record<string, unknown>, path: string): void {
  let holder = data
  for (const step of (path.match(/[^.[\]]+/g) ?? []).slice(0, -1)) {
    const held = holder[step]
    if (!isObject(held)) return
    const renewed = (Array.isArray(held) ? [...(held as unknown[])] : { ...held }) as Record<string, unknown>
    holder[step] = renewed
    holder = renewed
  }
}

/** The name under which the kit's own components use the default of an abstract node. */
const nameOfDefault = (path: string): string =>
  `${path.includes('/common/') ? 'tui-' : ''}${path.split('/').at(-2) ?? ''}`

/**
 * Abstract nodes are known to exparser, not to the runtime around it: their defaults are loaded like the components
 * that a component uses, and exparser is told what stands for what.
 */
function knowAbstractNodes(): void {
  const { readJson } = files
  const declared = new WeakMap<object, Record<string, string>>()
  files.readJson = (path) => {
    const json = readJson(path)
    if (!json?.componentGenerics) return json
    const names: Record<string, string> = {}
    const usingComponents = { ...json.usingComponents }
    for (const [name, generic] of Object.entries(json.componentGenerics)) {
      names[name] = nameOfDefault(generic.default)
      usingComponents[names[name]] ??= generic.default
    }
    declared.set(usingComponents, names)
    return { ...json, usingComponents }
  }

  let registering: { usingComponents?: Record<string, string> } = {}
  const { register } = jComponent
  jComponent.register = (definition) => {
    registering = definition
    return register(definition)
  }
  const { registerElement } = exparser
  exparser.registerElement = (definition) => {
    const { usingComponents = {} } = registering
    const names = declared.get(usingComponents) ?? {}
    const generics = Object.entries(names).map(([name, used]) => [name, { default: usingComponents[used] }])
    return registerElement({
      ...definition,
      using: usingComponents,
      generics: Object.fromEntries(generics) as object,
    })
  }

  // The compiler writes `wx-` before every tag, the runtime takes it away again: here it forgets to.
  const { createComponent } = exparser.ShadowRoot.prototype
  const bare = (name: string): string => name.replace(/^wx-/, '')
  exparser.ShadowRoot.prototype.createComponent = function (tag, id, given = {}) {
    const names = Object.entries(given).map(([name, value]) => [bare(name), bare(value)])
    return createComponent.call(this, tag, id, Object.fromEntries(names) as Record<string, string>)
  }
}

function patchRuntime(): void {
  const { prototype } = exparser.Component
  const { setData } = prototype
  prototype.setData = function (patch) {
    const json = JSON.stringify(patch)
    seen.calls.push({
      tag: tagOf(this),
      patch: JSON.parse(json) as SetDataCall['patch'],
      bytes: Buffer.byteLength(json),
    })
    seen.handedOver.push(...Object.values(patch))
    for (const path of Object.keys(patch)) renewContainers(this.data, path)
    setData.call(this, patch)
  }

  // With one attribute that changed, all would be set again, and observers of the others would run.
  const { updateAttrs } = render
  render.updateAttrs = (node, attrs) => {
    const before = new Map(node._vt?.attrs.map(({ name, value }) => [name, value]))
    updateAttrs(
      node,
      attrs.filter(({ name, value }) => !before.has(name) || before.get(name) !== value),
    )
  }

  // A phone gives null for a component that is not there; this runtime throws.
  const { getMethod } = exparser.Component
  exparser.Component.getMethod = (node, name) => (node ? getMethod(node, name) : undefined)
  const { getMethodCaller } = exparser.Element
  exparser.Element.getMethodCaller = (node) => (node ? getMethodCaller(node) : null)

  // There is no layout to intersect with: tests say what comes into sight.
  Object.assign(IntersectionObserver.prototype, {
    observe(this: IntersectionObserver, selector: string, callback: Watch['callback']) {
      const watch = { component: this._exparserNode, selector, callback, observer: this }
      seen.watches.push(watch)
      seen.started.push(watch)
    },
    disconnect(this: IntersectionObserver) {
      seen.watches = seen.watches.filter(({ observer }) => observer !== this)
    },
  })

  // Only components of the first render would get `ready`: give it to every one, once, after it is in the tree.
  const readySoon = Behavior({
    lifetimes: {
      attached() {
        const node = (this as unknown as { _exparserNode: RawNode })._exparserNode
        queueMicrotask(() => node.triggerLifeTime('ready'))
      },
    },
  })
  const globals = globalThis as unknown as { Component: (options: { behaviors?: string[] }) => void }
  const register = globals.Component
  globals.Component = (options) =>
    register({ ...options, behaviors: [readySoon, ...(options.behaviors ?? [])] })

  exparser.addGlobalErrorListener((error) => {
    seen.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return false
  })
}

knowAbstractNodes()
patchRuntime()
