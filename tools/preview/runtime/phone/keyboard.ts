import { device } from '../device'
import { el } from '../dom'
import { Emitter } from '../emitter'

/** A field that has the keyboard. */
export interface KeyboardField {
  readonly element: HTMLElement
  readonly adjustPosition: boolean
  readonly holdKeyboard: boolean
  readonly cursorSpacing: number
  readonly confirmLabel: string
  heightChanged(height: number, duration: number): void
  blur(): void
}

const HEIGHT = 291
const DURATION = 0.25
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The drawn keyboard. Typing comes from the real one; this shows what room the phone's takes. */
class SoftKeyboard extends Emitter<{ height: { height: number; duration: number } }> {
  readonly element = el('div', { class: 'phone-keyboard', 'aria-hidden': 'true' })
  private readonly confirmKey = el('span', { class: 'phone-key phone-key-confirm' })
  private field: KeyboardField | undefined
  private current = 0
  private hiding = 0

  constructor() {
    super()
    for (const row of ROWS) {
      this.element.append(
        el('div', { class: 'phone-keys' }, ...[...row].map((key) => el('span', { class: 'phone-key' }, key))),
      )
    }
    const bottom = ['123', '☺', '空格'].map((key) =>
      el('span', { class: `phone-key${key === '空格' ? ' phone-key-space' : ''}` }, key),
    )
    this.element.append(el('div', { class: 'phone-keys' }, ...bottom, this.confirmKey))
    this.element.style.height = `${HEIGHT}px`
    document.addEventListener('mousedown', (event) => this.holdFocus(event), true)
  }

  get height(): number {
    return this.current
  }

  /** Only a finger on the keyboard, or anywhere while the field holds it, leaves the focus where it is. */
  private holdFocus(event: MouseEvent): void {
    const target = event.target as HTMLElement
    const onKeyboard = this.element.contains(target)
    const onField = /^(input|textarea)$/i.test(target.tagName)
    if (onKeyboard || (this.field?.holdKeyboard && !onField)) event.preventDefault()
  }

  show(field: KeyboardField): void {
    clearTimeout(this.hiding)
    const moved = this.field !== field || this.current === 0
    this.field = field
    this.confirmKey.textContent = field.confirmLabel
    this.change(HEIGHT, moved)
    this.adjust(field)
  }

  /** Another field may take the keyboard in the same gesture, so it goes a moment later. */
  release(field: KeyboardField): void {
    if (this.field !== field) return
    clearTimeout(this.hiding)
    this.hiding = window.setTimeout(() => {
      if (this.field !== field) return
      this.change(0, true)
      this.field = undefined
      webview(field)?.style.removeProperty('transform')
    }, 20)
  }

  hide(): void {
    this.field?.blur()
  }

  private change(height: number, tellField: boolean): void {
    const changed = this.current !== height
    this.current = height
    this.element.classList.toggle('phone-keyboard-open', height > 0)
    if (changed) this.emit('height', { height, duration: DURATION })
    if (tellField) this.field?.heightChanged(height, DURATION)
  }

  private adjust(field: KeyboardField): void {
    const page = webview(field)
    if (!page) return
    page.style.removeProperty('transform')
    if (!field.adjustPosition) return
    const { bottom } = field.element.getBoundingClientRect()
    const hidden = bottom + field.cursorSpacing - (device.height - HEIGHT)
    if (hidden > 0) page.style.transform = `translateY(${-hidden}px)`
  }
}

const webview = (field: KeyboardField): HTMLElement | null => field.element.closest('.wx-webview')

export const keyboard = new SoftKeyboard()
