/** Renders components with miniprogram-simulate: the real exparser, templates compiled by the official wcc. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import exparser, { type RawNode } from 'miniprogram-exparser'
import jComponent from 'j-component/src/index'
import * as simulate from 'miniprogram-simulate'
import { NOW } from '../fixtures/builders'
import { settle } from '../fixtures/kit'
import { phone, resetPhone, sound } from './phone'
import { seen, tagOf, type SetDataCall, type Watch } from './runtime'

export type { SetDataCall } from './runtime'
export { phone, setHost, sound } from './phone'
export { settle } from '../fixtures/kit'

const ROOT = resolve(__dirname, '../..')
/** A page that uses the root: whatever is loaded is loaded with it. */
const HOST = 'tests/components/host'
/** Only the kit's own templates and the host's: the examples and what a build left behind are not compiled with them. */
const FILES = ['components', HOST]
  .flatMap((folder) =>
    readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .concat('index.wxml')
const wxmlList = FILES.filter((file) => file.endsWith('.wxml'))
const wxsList = FILES.filter((file) => file.endsWith('.wxs'))

let mounted: Mounted[] = []

const tagName = (node: RawNode): string => tagOf(node).replace(/^wx-/, '')
/** The runtime puts the component's name before each class, to keep styles apart. */
const classNames = (node: RawNode): string[] =>
  (node.$$?.getAttribute('class')?.split(/\s+/) ?? []).map((name) => name.replace(/^.*?--/, ''))

function collect(node: RawNode, tag: string, classes: readonly string[], found: Set<RawNode>): void {
  for (const child of node.__wxSlotChildren ?? []) {
    if (!tag || tagName(child) === tag) {
      const names = classes.length ? classNames(child) : []
      if (classes.every((name) => names.includes(name))) found.add(child)
    }
    collect(child, tag, classes, found)
  }
}

const loaded = new Map<string, string>()

/** A file is run once only, so everything is loaded with the root that uses it. */
function load(path: string): string {
  if (!loaded.size) {
    const { register } = jComponent
    jComponent.register = (definition) => {
      const id = register(definition)
      loaded.set(definition.path, id)
      return id
    }
    simulate.load(resolve(ROOT, HOST, 'index'), 'host-page', {
      rootPath: ROOT,
      compilerOptions: { wxmlList: [...wxmlList], wxsList: [...wxsList], maxBuffer: 1 << 28 },
    })
    jComponent.register = register
  }
  const id = loaded.get(resolve(ROOT, path, 'index'))
  if (!id) throw new Error(`No component uses ${path}`)
  return id
}

interface FireOptions {
  bubbles?: boolean
  /** Of the event itself: `changedTouches`. */
  fields?: object
}

/** What a finger does reaches the parents as well; events of single components don't. */
const BUBBLING = new Set(['tap', 'longpress', 'touchstart', 'touchmove', 'touchend', 'touchcancel'])

/** A node of the composed tree, with the names of its wxml. */
export class Node {
  constructor(readonly raw: RawNode) {}

  get tag(): string {
    return tagName(this.raw)
  }

  get classes(): string[] {
    return classNames(this.raw)
  }

  /** What can be read on the screen inside this node. */
  get text(): string {
    return this.raw.$$?.textContent ?? ''
  }

  get data(): Record<string, unknown> {
    return this.raw.data
  }

  /** An attribute as the template sets it, or a property of a component. */
  attr(name: string): unknown {
    const property = name.replace(/-[a-z]/g, (part) => part.charAt(1).toUpperCase())
    if (exparser.Component.hasPublicProperty(this.raw, property)) return this.raw.data[property]
    return this.raw._vt?.attrs.find((attr) => attr.name === name || attr.name === property)?.value
  }

  get children(): Node[] {
    return (this.raw.__wxSlotChildren ?? []).map((child) => new Node(child))
  }

  /** Every node that matches, through all components: `tag.class`, and descendants separated by spaces. */
  all(selector: string): Node[] {
    let from = [this.raw]
    for (const part of selector.split(' ')) {
      const [tag = '', ...classes] = part.split('.')
      const found = new Set<RawNode>()
      for (const node of from) collect(node, tag, classes, found)
      from = [...found]
    }
    return from.map((raw) => new Node(raw))
  }

  /** The only node that matches. */
  find(selector: string): Node {
    const [first, second] = this.all(selector)
    if (!first) throw new Error(`Nothing matches ${selector} in: ${this.text}`)
    if (second) throw new Error(`More than one node matches ${selector}`)
    return first
  }

  has(selector: string): boolean {
    return this.all(selector).length > 0
  }

  texts(selector: string): string[] {
    return this.all(selector).map((node) => node.text)
  }

  fire(name: string, detail: unknown = {}, options: FireOptions = {}): void {
    const { bubbles = BUBBLING.has(name), fields: extraFields = {} } = options
    const fields = { bubbles, composed: bubbles, capturePhase: true, extraFields }
    exparser.Event.dispatchEvent(this.raw, exparser.Event.create(name, detail, fields))
  }

  tap(): void {
    this.fire('tap')
  }

  /** Sets properties the way the template of a parent does. */
  set(properties: Record<string, unknown>): void {
    const proxy = exparser.Component.getDataProxy(this.raw)
    for (const name of Object.keys(properties)) proxy.scheduleReplace([name], properties[name])
    proxy.doUpdates(true)
  }

  /** `this` of the component's own code. */
  instance<T>(): T {
    return exparser.Element.getMethodCaller(this.raw) as T
  }

  /** The end of what is watched comes into sight, or leaves it. @param dataset of which one, where several are watched */
  intersect(selector: string, ratio: number, dataset: object = {}): void {
    const watching = this.watching(selector)
    if (!watching.length) throw new Error(`Nobody watches ${selector}`)
    for (const { callback } of watching) callback({ intersectionRatio: ratio, dataset })
  }

  /** How often watching has begun so far. */
  watchesStarted(selector: string): number {
    return seen.started.filter((watch) => watch.component === this.raw && watch.selector === selector).length
  }

  isWatching(selector: string): boolean {
    return this.watching(selector).length > 0
  }

  private watching(selector: string): Watch[] {
    return seen.watches.filter((watch) => watch.component === this.raw && watch.selector === selector)
  }

  /** The page comes to the front or goes behind another one. */
  page(lifetime: 'show' | 'hide'): void {
    const components = [this, ...this.collectAll()].filter((node) => 'triggerPageLifeTime' in node.raw)
    for (const { raw } of components) raw.triggerPageLifeTime(lifetime, [])
  }

  private collectAll(): Node[] {
    return this.children.flatMap((child) => [child, ...child.collectAll()])
  }
}

export class Mounted extends Node {
  /** Details of the component's own events, by name. */
  readonly events: Record<string, unknown[]> = {}

  constructor(raw: RawNode, names: readonly string[]) {
    super(raw)
    for (const name of names) {
      const details: unknown[] = (this.events[name] = [])
      raw.addListener(name, ({ detail }) => details.push(detail))
    }
  }

  attach(): void {
    if (this.raw.$$) document.body.appendChild(this.raw.$$)
    exparser.Element.pretendAttached(this.raw)
  }

  detach(): void {
    if (!mounted.includes(this)) return
    mounted = mounted.filter((other) => other !== this)
    this.raw.$$?.remove()
    exparser.Element.pretendDetached(this.raw)
  }
}

interface MountOptions {
  properties?: Record<string, unknown>
  /** Names of the component's events to record. */
  events?: readonly string[]
}

function put(id: string, { properties = {}, events = [] }: MountOptions): Mounted {
  // Not simulate's `render`: it would add the styles to the document, which takes long and is not tested here.
  const component = new Mounted(jComponent.create(id, properties)._exparserNode, events)
  mounted.push(component)
  component.attach()
  return component
}

/** Puts a component on the page. @param path its folder from the project's root, empty for `<TUIKit>` */
export const mount = (path: string, options: MountOptions = {}): Mounted => put(load(path), options)

/** A host's page whose own components stand in all abstract nodes of `<TUIKit>`. */
export const mountHost = (): Mounted => mount(HOST)

const defined = new WeakMap<object, string>()

/** Puts a component of the test's own on the page; one definition makes one component. */
export function mountDefinition(definition: object, properties: Record<string, unknown> = {}): Mounted {
  const id = defined.get(definition) ?? String(simulate.load(definition))
  defined.set(definition, id)
  return put(id, { properties })
}

/** Every `setData` since the last look, or what `action` caused until all was quiet. */
export async function setDataOf(action: () => unknown): Promise<SetDataCall[]> {
  await settle()
  seen.calls = []
  await action()
  await settle()
  return seen.calls
}

export const bytesOf = (list: readonly SetDataCall[]): number =>
  list.reduce((sum, call) => sum + call.bytes, 0)

/** Whatever was handed to `setData` so far, not copied. */
export const everythingHandedOver = (): readonly unknown[] => seen.handedOver

/** What went wrong inside the framework so far; a test that expects something takes it out. */
export const takeProblems = (): string[] => seen.problems.splice(0)

/** Moves the clock and lets everything that was waiting for it happen. */
export async function advance(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms)
  await settle()
}

// Loading and rendering are slow on a busy machine; no test waits for anything by the clock.
jest.setTimeout(60_000)

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick'] })
  resetPhone()
  seen.calls = []
  seen.handedOver = []
  seen.problems = []
})

afterEach(async () => {
  await settle()
  for (const component of [...mounted].reverse()) component.detach()
  await settle()
  // A slide that was on its way must not disturb anybody after its page is gone.
  jest.runOnlyPendingTimers()
  await settle()
  const left = {
    timers: jest.getTimerCount(),
    watches: seen.watches.length,
    themes: phone.themeListeners.size,
    ...sound.left(),
  }
  jest.useRealTimers()
  jest.restoreAllMocks()
  seen.watches = []
  seen.started = []
  expect(seen.problems).toEqual([])
  expect(left).toEqual({
    timers: 0,
    watches: 0,
    themes: 0,
    audios: 0,
    interruptions: 0,
    microphone: false,
  })
})
