import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { domOf, wxElementOf, type HostElement, type WxElement } from './framework'

const LONG_PRESS_MS = 350
const TAP_DISTANCE = 10
/** A browser sends mouse events after touches; these are not a second tap. */
const MOUSE_AFTER_TOUCH_MS = 800

interface Point {
  identifier: number
  clientX: number
  clientY: number
}

interface WxTouch extends Point {
  pageX: number
  pageY: number
}

interface Press {
  target: WxElement
  start: Point
  timer: number
  moved: boolean
  longPressed: boolean
  hovered: Hover[]
}

interface Hover {
  element: WxElement
  name: string
  stay: number
  timer: number
  on: boolean
}

/** The origin of the coordinates that the mini program sees: its page's web view. */
export function pageOrigin(element: Element): { left: number; top: number } {
  return element.closest('.wx-webview')?.getBoundingClientRect() ?? { left: 0, top: 0 }
}

const presses = new Map<number, Press>()
let lastTouch = -Infinity

/** Sends an event through the mini program's tree. Tells whether a `catch` listener stopped it, and whether any heard it. */
function dispatch(target: WxElement, type: string, detail: unknown, extraFields: Record<string, unknown>) {
  let heard = false
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
    handleListenerReturn: () => {
      heard = true
    },
  })
  glassEasel.Event.dispatchEvent(target, event)
  return { heard, caught: event.defaultPrevented() }
}

function wxTouch({ identifier, clientX, clientY }: Point, element: Element): WxTouch {
  const { left, top } = pageOrigin(element)
  const [x, y] = [clientX - left, clientY - top]
  return { identifier, clientX: x, clientY: y, pageX: x, pageY: y }
}

function fire(press: Press, type: string, point: Point, touches: readonly Point[]) {
  const element = domOf(press.target) ?? document.body
  const changed = wxTouch(point, element)
  const fields = { touches: touches.map((touch) => wxTouch(touch, element)), changedTouches: [changed] }
  const detail = type.startsWith('touch') ? {} : { x: changed.clientX, y: changed.clientY }
  return dispatch(press.target, type, detail, fields)
}

function begin(target: EventTarget | null, point: Point, touches: readonly Point[]): void {
  const element = wxElementOf(target as Node | null)
  if (!element) return
  const press: Press = {
    target: element,
    start: point,
    moved: false,
    longPressed: false,
    hovered: startHover(target as HostElement),
    timer: window.setTimeout(() => {
      if (press.moved) return
      press.longPressed = fire(press, 'longpress', point, touches).heard
      fire(press, 'longtap', point, touches)
    }, LONG_PRESS_MS),
  }
  presses.set(point.identifier, press)
  fire(press, 'touchstart', point, touches)
}

function move(event: Event, point: Point, touches: readonly Point[]): void {
  const press = presses.get(point.identifier)
  if (!press) return
  const distance = Math.hypot(point.clientX - press.start.clientX, point.clientY - press.start.clientY)
  if (!press.moved && distance > TAP_DISTANCE) {
    press.moved = true
    clearTimeout(press.timer)
    endHover(press, true)
  }
  const { caught } = fire(press, 'touchmove', point, touches)
  if (caught && event.cancelable) event.preventDefault()
}

function end(point: Point, touches: readonly Point[], cancelled: boolean): void {
  const press = presses.get(point.identifier)
  if (!press) return
  presses.delete(point.identifier)
  clearTimeout(press.timer)
  endHover(press, cancelled)
  fire(press, cancelled ? 'touchcancel' : 'touchend', point, touches)
  if (!cancelled && !press.moved && !press.longPressed && !isDisabled(press.target))
    fire(press, 'tap', point, touches)
}

const isDisabled = (element: WxElement): boolean =>
  domOf(element)?.closest('wx-button[disabled]') instanceof Element

/** `hover-class` of the innermost element that has one, and of those around it unless it stops them. */
function startHover(from: HostElement): Hover[] {
  const hovers: Hover[] = []
  for (let at: HostElement | null = from; at; at = at.parentElement) {
    const element = at.__wxElement
    if (!element || !glassEasel.Component.isComponent(element)) continue
    const data = element.data as Record<string, unknown>
    const name = data.hoverClass
    if (typeof name !== 'string' || name === '' || name === 'none' || data.disabled) continue
    const hover: Hover = { element, name, stay: Number(data.hoverStayTime), on: false, timer: 0 }
    hover.timer = window.setTimeout(() => {
      hover.on = true
      element.toggleNodeClass(name, true)
    }, Number(data.hoverStartTime))
    hovers.push(hover)
    if (data.hoverStopPropagation) break
  }
  return hovers
}

function endHover({ hovered }: Press, atOnce: boolean): void {
  for (const hover of hovered.splice(0)) {
    clearTimeout(hover.timer)
    if (!hover.on) continue
    setTimeout(() => hover.element.toggleNodeClass(hover.name, false), atOnce ? 0 : hover.stay)
  }
}

const mousePoint = ({ clientX, clientY }: MouseEvent): Point => ({ identifier: -1, clientX, clientY })

const mouseCounts = (): boolean => performance.now() - lastTouch > MOUSE_AFTER_TOUCH_MS

/** Starts the event layer: touches (or the mouse in their place) and CSS animation events. */
export function listenToInput(root: HTMLElement): void {
  const onTouch = (event: TouchEvent, act: (point: Touch, touches: Touch[]) => void): void => {
    lastTouch = performance.now()
    for (const touch of event.changedTouches) act(touch, [...event.touches])
  }
  const options = { capture: true, passive: false }
  root.addEventListener('touchstart', (e) => onTouch(e, (point, all) => begin(e.target, point, all)), options)
  root.addEventListener('touchmove', (e) => onTouch(e, (point, all) => move(e, point, all)), options)
  root.addEventListener('touchend', (e) => onTouch(e, (point, all) => end(point, all, false)), options)
  root.addEventListener('touchcancel', (e) => onTouch(e, (point, all) => end(point, all, true)), options)
  root.addEventListener(
    'mousedown',
    (e) => mouseCounts() && e.button === 0 && begin(e.target, mousePoint(e), [mousePoint(e)]),
    true,
  )
  // Dragging goes on outside the element, and ends wherever the button is let go.
  window.addEventListener('mousemove', (e) => move(e, mousePoint(e), [mousePoint(e)]), true)
  window.addEventListener('mouseup', (e) => end(mousePoint(e), [], false), true)
  window.addEventListener('blur', () => {
    const press = presses.get(-1)
    if (press) end(press.start, [], true)
  })
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    root.addEventListener(type, (event) => {
      const element = (event.target as HostElement).__wxElement
      if (element) dispatch(element, type, { elapsedTime: (event as AnimationEvent).elapsedTime }, {})
    })
  }
}
