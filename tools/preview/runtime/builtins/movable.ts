import { clamp } from '../dom'
import { defineBuiltin, type Builtin, type BuiltinHost } from './define'

const PROPERTIES = {
  direction: 'none',
  x: 0,
  y: 0,
  inertia: false,
  outOfBounds: false,
  damping: 20,
  friction: 2,
  disabled: false,
  scale: false,
  scaleMin: 0.1,
  scaleMax: 10,
  scaleValue: 1,
  animation: true,
}

/** A view that a finger drags about inside its movable-area. Scaling is not there. */
class MovableView implements Builtin {
  private x = 0
  private y = 0
  private from: { x: number; y: number } | undefined

  constructor(private readonly host: BuiltinHost) {
    const { element } = host
    element.addEventListener('pointerdown', (event) => this.begin(event))
    element.addEventListener('pointermove', (event) => this.drag(event))
    element.addEventListener('pointerup', () => this.end())
    element.addEventListener('pointercancel', () => this.end())
  }

  attached(): void {
    this.move(Number(this.host.props.x), Number(this.host.props.y), '')
  }

  update(changed: (name: string) => boolean): void {
    const { props, element } = this.host
    element.style.transition = props.animation ? 'transform 0.2s ease-out' : ''
    if (element.isConnected && (changed('x') || changed('y'))) this.move(Number(props.x), Number(props.y), '')
  }

  private begin({ clientX, clientY, pointerId }: PointerEvent): void {
    const { props, element } = this.host
    if (props.disabled || props.direction === 'none') return
    this.from = { x: clientX - this.x, y: clientY - this.y }
    element.setPointerCapture(pointerId)
    element.style.transition = ''
  }

  private drag({ clientX, clientY }: PointerEvent): void {
    if (this.from) this.move(clientX - this.from.x, clientY - this.from.y, 'touch')
  }

  private end(): void {
    if (!this.from) return
    this.from = undefined
    this.host.element.style.transition = this.host.props.animation ? 'transform 0.2s ease-out' : ''
    this.host.emit('changeend', { x: this.x, y: this.y })
  }

  private move(x: number, y: number, source: string): void {
    const { element, props } = this.host
    const area = element.parentElement
    if (!area) return
    // Its place at the start is within any limits: to measure them would lay out the page anew, for each of many rows.
    const limit = (value: number, free: () => number): number =>
      value && clamp(value, Math.min(0, free()), Math.max(0, free()))
    const limited = {
      x: limit(x, () => area.clientWidth - element.offsetWidth),
      y: limit(y, () => area.clientHeight - element.offsetHeight),
    }
    const { direction } = props
    const next = {
      x: source && direction === 'vertical' ? this.x : limited.x,
      y: source && direction === 'horizontal' ? this.y : limited.y,
    }
    const moved = next.x !== this.x || next.y !== this.y
    Object.assign(this, next)
    element.style.translate = `${this.x}px ${this.y}px`
    if (moved) this.host.emit('change', { x: this.x, y: this.y, source })
  }
}

export function defineMovable(): void {
  defineBuiltin('movable-area', { scaleArea: false }, () => undefined)
  defineBuiltin('movable-view', PROPERTIES, (host) => new MovableView(host))
}
