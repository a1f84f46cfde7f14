import { keyboard, type KeyboardField } from '../phone/keyboard'
import { defineBuiltin, type Builtin, type BuiltinHost } from './define'

type NativeField = HTMLInputElement | HTMLTextAreaElement

const CONFIRM_LABELS: Record<string, string> = {
  send: '发送',
  search: '搜索',
  next: '下一个',
  go: '前往',
  done: '完成',
  return: '换行',
}

const COMMON = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  cursor: -1,
  cursorSpacing: 0,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  confirmHold: false,
  alwaysEmbed: false,
  name: '',
}

const INPUT_TYPES: Record<string, Partial<Pick<HTMLInputElement, 'type' | 'inputMode'>>> = {
  number: { inputMode: 'numeric' },
  digit: { inputMode: 'decimal' },
  idcard: { inputMode: 'text' },
  'safe-password': { type: 'password' },
}

/** What input and textarea have in common: value, focus, keyboard, confirm. */
class Field implements Builtin, KeyboardField {
  readonly element: HTMLElement
  private focused = false
  private lastKey = 0

  constructor(
    protected readonly host: BuiltinHost,
    protected readonly field: NativeField,
    private readonly confirmsOnEnter: () => boolean,
  ) {
    this.element = host.element
    field.className = 'wx-field'
    field.autocomplete = 'off'
    host.element.append(field)
    field.addEventListener('input', () => this.typed())
    field.addEventListener('focus', () => this.gotFocus())
    field.addEventListener('blur', () => this.lostFocus())
    field.addEventListener('keydown', (event) => this.keyDown(event as KeyboardEvent))
  }

  get adjustPosition(): boolean {
    return Boolean(this.host.props.adjustPosition)
  }

  get holdKeyboard(): boolean {
    return Boolean(this.host.props.holdKeyboard)
  }

  get cursorSpacing(): number {
    return parseFloat(String(this.host.props.cursorSpacing)) || 0
  }

  get confirmLabel(): string {
    return CONFIRM_LABELS[String(this.host.props.confirmType)] ?? '完成'
  }

  attached(): void {
    if (this.host.props.focus || this.host.props.autoFocus) this.takeFocus()
  }

  detached(): void {
    this.lostFocus(true)
  }

  blur(): void {
    this.field.blur()
    this.lostFocus(true)
  }

  heightChanged(height: number, duration: number): void {
    this.host.emit('keyboardheightchange', { height, duration })
  }

  update(changed: (name: string) => boolean): void {
    const { field, host } = this
    const { value, placeholder, maxlength, disabled, focus } = host.props
    if (changed('value') && field.value !== value) field.value = String((value as string | null) ?? '')
    if (changed('placeholder')) field.placeholder = String(placeholder)
    if (changed('placeholderStyle') || changed('placeholderClass')) this.stylePlaceholder()
    if (changed('maxlength')) this.limit(Number(maxlength))
    if (changed('disabled')) field.disabled = Boolean(disabled)
    if (changed('cursorColor')) field.style.caretColor = String(host.props.cursorColor)
    if (!changed('focus') || !field.isConnected) return
    if (focus) this.takeFocus()
    else if (this.focused) this.blur()
  }

  private limit(length: number): void {
    if (length >= 0) this.field.maxLength = length
    else this.field.removeAttribute('maxlength')
  }

  private stylePlaceholder(): void {
    const { placeholderStyle } = this.host.props
    const color = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(String(placeholderStyle))?.[1]
    this.field.style.setProperty('--wx-placeholder', color ?? '')
  }

  private takeFocus(): void {
    setTimeout(() => {
      if (!this.field.isConnected || this.field.disabled) return
      this.field.focus({ preventScroll: true })
      const { cursor, selectionStart, selectionEnd } = this.host.props as Record<string, number>
      if (Number(selectionStart) >= 0)
        this.field.setSelectionRange(Number(selectionStart), Number(selectionEnd))
      else if (Number(cursor) >= 0) this.field.setSelectionRange(Number(cursor), Number(cursor))
      // A phone that is not the active frame gets no focus event.
      this.gotFocus()
    })
  }

  private gotFocus(): void {
    if (this.focused) return
    this.focused = true
    keyboard.show(this)
    this.host.emit('focus', { value: this.field.value, height: keyboard.height })
  }

  /** Switching to another window of the computer leaves the keyboard where it is. */
  private lostFocus(force = false): void {
    if (!this.focused || (!force && document.activeElement === this.field)) return
    this.focused = false
    keyboard.release(this)
    this.host.emit('blur', { value: this.field.value, cursor: this.field.selectionEnd ?? 0 })
  }

  protected typed(): void {
    const { value } = this.field
    this.host.set('value', value)
    this.host.emit('input', { value, cursor: this.field.selectionEnd ?? value.length, keyCode: this.lastKey })
  }

  private keyDown(event: KeyboardEvent): void {
    this.lastKey = event.keyCode
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !this.confirmsOnEnter()) return
    event.preventDefault()
    this.host.emit('confirm', { value: this.field.value })
    if (!this.host.props.confirmHold) this.blur()
  }
}

class TextareaField extends Field {
  private lines = 0

  override attached(): void {
    super.attached()
    this.fit()
  }

  override update(changed: (name: string) => boolean): void {
    super.update(changed)
    this.element.classList.toggle('wx-textarea-auto', Boolean(this.host.props.autoHeight))
    if (changed('value') || changed('autoHeight')) this.fit()
  }

  protected override typed(): void {
    super.typed()
    this.fit()
  }

  /** Takes the height of the text, and tells when the number of lines has changed. */
  private fit(): void {
    const { field, element } = this
    if (!field.isConnected) return
    const auto = Boolean(this.host.props.autoHeight)
    const lineHeight = parseFloat(getComputedStyle(field).lineHeight) || 1
    field.style.height = '0'
    const height = Math.max(field.scrollHeight, lineHeight)
    field.style.height = auto ? `${height}px` : ''
    const lineCount = Math.max(1, Math.round(height / lineHeight))
    if (lineCount === this.lines) return
    const first = this.lines === 0
    this.lines = lineCount
    if (!first || lineCount > 1) {
      this.host.emit('linechange', {
        height,
        heightRpx: (height * 750) / element.ownerDocument.documentElement.clientWidth,
        lineCount,
        lineHeight,
      })
    }
  }
}

export function defineFields(): void {
  defineBuiltin('input', { ...COMMON, type: 'text', password: false, confirmType: 'done' }, (host) => {
    const input = document.createElement('input')
    const builtin = new Field(host, input, () => true)
    const update = builtin.update.bind(builtin)
    builtin.update = (changed) => {
      update(changed)
      if (!changed('type') && !changed('password')) return
      const { type, inputMode } = INPUT_TYPES[String(host.props.type)] ?? {}
      input.type = host.props.password ? 'password' : (type ?? 'text')
      input.inputMode = inputMode ?? 'text'
    }
    return builtin
  })
  const textarea = {
    autoHeight: false,
    confirmType: 'return',
    fixed: false,
    showConfirmBar: true,
    disableDefaultPadding: false,
  }
  defineBuiltin('textarea', { ...COMMON, ...textarea }, (host) => {
    const field = document.createElement('textarea')
    field.rows = 1
    return new TextareaField(host, field, () => host.props.confirmType !== 'return')
  })
}
