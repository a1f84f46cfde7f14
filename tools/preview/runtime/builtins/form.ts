import { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { HostElement } from '../framework'
import { defineBuiltin, hoverProperties } from './define'

interface Navigation {
  [method: string]: (options: { url: string; delta?: number }) => unknown
}

const METHODS: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  reLaunch: 'reLaunch',
  switchTab: 'switchTab',
  navigateBack: 'navigateBack',
}

/** The values of the named fields inside a form. */
function valuesOf(form: HTMLElement): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const dom of form.querySelectorAll<HostElement>('*')) {
    const element = dom.__wxElement
    if (!element || !glassEasel.Component.isComponent(element)) continue
    const { name, value, checked } = element.data as Record<string, unknown>
    if (typeof name === 'string' && name) values[name] = value ?? checked
  }
  return values
}

export function defineForm(): void {
  defineBuiltin('form', { reportSubmit: false }, (host) => {
    host.element.addEventListener('wx-form-submit', () =>
      host.emit('submit', { value: valuesOf(host.element) }),
    )
    host.element.addEventListener('wx-form-reset', () => host.emit('reset'))
  })
  const navigator = {
    ...hoverProperties({ hoverClass: 'navigator-hover', hoverStayTime: 600 }),
    url: '',
    openType: 'navigate',
    delta: 1,
  }
  defineBuiltin('navigator', navigator, (host) => {
    host.element.addEventListener('click', () => {
      const { url, openType, delta } = host.props as { url: string; openType: string; delta: number }
      const wx = (globalThis as unknown as { wx: Navigation }).wx
      void wx[METHODS[openType] ?? 'navigateTo']?.({ url, delta })
    })
  })
}
