import { el } from '../dom'
import { defineBuiltin, type BuiltinHost } from './define'

const GROUP_CHANGE = 'wx-choice'

/** Tells the group around a checkbox or radio that it was pressed. */
function press(host: BuiltinHost, checked: boolean): void {
  host.set('checked', checked)
  host.element.dispatchEvent(new CustomEvent(GROUP_CHANGE, { bubbles: true }))
}

function defineChoice(tag: 'checkbox' | 'radio'): void {
  const properties = { value: '', checked: false, disabled: false, color: '', name: '' }
  defineBuiltin(tag, properties, (host) => {
    const box = el('span', { class: `wx-choice wx-choice-${tag}` })
    const slot = el('span')
    host.element.append(box, slot)
    host.element.setAttribute('role', tag)
    host.element.addEventListener('click', () => {
      const { checked, disabled } = host.props
      if (!disabled && !(tag === 'radio' && checked)) press(host, tag === 'radio' || !checked)
    })
    return {
      slot,
      update() {
        const { checked, disabled, color, value } = host.props as Record<string, string | boolean>
        host.element.toggleAttribute('checked', Boolean(checked))
        host.element.toggleAttribute('disabled', Boolean(disabled))
        host.element.setAttribute('aria-checked', String(Boolean(checked)))
        host.element.dataset.value = String(value)
        box.style.setProperty('--wx-choice', color ? String(color) : '')
      },
    }
  })
}

function defineGroup(tag: 'checkbox-group' | 'radio-group', single: boolean): void {
  defineBuiltin(tag, { name: '' }, (host) => {
    host.element.addEventListener(GROUP_CHANGE, (event) => {
      event.stopPropagation()
      const chosen = [...host.element.querySelectorAll<HTMLElement>('[role][checked]')]
      const target = event.target as HTMLElement
      if (single) {
        for (const other of chosen) {
          const component = (other as { __wxElement?: { setData(data: object): void } }).__wxElement
          if (other !== target) component?.setData({ checked: false })
        }
        host.emit('change', { value: target.dataset.value })
      } else host.emit('change', { value: chosen.map(({ dataset }) => dataset.value) })
    })
  })
}

function defineSwitch(): void {
  defineBuiltin(
    'switch',
    { checked: false, disabled: false, type: 'switch', color: '', name: '' },
    (host) => {
      host.element.append(el('span', { class: 'wx-switch-thumb' }))
      host.element.setAttribute('role', 'switch')
      host.element.addEventListener('click', () => {
        if (host.props.disabled) return
        const value = !host.props.checked
        host.set('checked', value)
        host.emit('change', { value })
      })
      return {
        update() {
          const { checked, disabled, color } = host.props as {
            checked: boolean
            disabled: boolean
            color: string
          }
          host.element.toggleAttribute('checked', checked)
          host.element.toggleAttribute('disabled', disabled)
          host.element.setAttribute('aria-checked', String(checked))
          host.element.style.setProperty('--wx-choice', color)
        },
      }
    },
  )
}

function defineSlider(): void {
  const properties = {
    min: 0,
    max: 100,
    step: 1,
    value: 0,
    disabled: false,
    color: '',
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
    showValue: false,
    name: '',
  }
  defineBuiltin('slider', properties, (host) => {
    const input = el('input', { type: 'range' })
    const label = el('span', { class: 'wx-slider-value' })
    host.element.append(input, label)
    const report = (event: string) => () => {
      label.textContent = input.value
      host.set('value', Number(input.value))
      host.emit(event, { value: Number(input.value) })
    }
    input.addEventListener('input', report('changing'))
    input.addEventListener('change', report('change'))
    return {
      update() {
        const { min, max, step, value, disabled, activeColor, showValue } = host.props as Record<
          string,
          string | number | boolean
        >
        Object.assign(input, { min, max, step, disabled })
        input.value = String(value)
        input.style.accentColor = String(activeColor)
        label.textContent = String(value)
        label.hidden = !showValue
      },
    }
  })
}

export function defineChoices(): void {
  defineChoice('checkbox')
  defineChoice('radio')
  defineGroup('checkbox-group', false)
  defineGroup('radio-group', true)
  defineSwitch()
  defineSlider()
}
