import { defineBuiltin, hoverProperties } from './define'

const FLAGS = ['type', 'size', 'plain', 'disabled', 'loading'] as const

export function defineButton(): void {
  const properties = {
    ...hoverProperties({ hoverClass: 'button-hover', hoverStartTime: 20, hoverStayTime: 70 }),
    type: 'default',
    size: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
  }
  defineBuiltin('button', properties, ({ element, props: _initial, ...host }) => ({
    update() {
      const props = host.component.data as Record<string, unknown>
      for (const name of FLAGS) {
        const value = props[name]
        if (value === false) element.removeAttribute(name)
        else element.setAttribute(name, value === true ? '' : String(value as string))
      }
    },
    attached() {
      element.setAttribute('role', 'button')
      element.addEventListener('click', () => {
        const { formType, disabled } = host.component.data as Record<string, unknown>
        if (formType && !disabled) element.dispatchEvent(new CustomEvent(`wx-form-${String(formType as string)}`, { bubbles: true }))
      })
    },
  }))
}
