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
  defineBuiltin('button', properties, (host) => {
    const { element } = host
    return {
      update() {
        for (const name of FLAGS) {
          const value = host.props[name]
          if (value === false) element.removeAttribute(name)
          else element.setAttribute(name, value === true ? '' : String(value))
        }
      },
      attached() {
        element.setAttribute('role', 'button')
        element.addEventListener('click', () => {
          const { formType, disabled } = host.props as { formType: string; disabled: boolean }
          if (formType && !disabled)
            element.dispatchEvent(new CustomEvent(`wx-form-${formType}`, { bubbles: true }))
        })
      },
    }
  })
}
