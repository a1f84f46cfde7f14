import { defineBuiltin, hoverProperties } from './define'

export function defineViews(): void {
  defineBuiltin('view', hoverProperties(), () => undefined)
  defineBuiltin('cover-view', { scrollTop: 0 }, () => undefined)
  defineBuiltin('text', { selectable: false, userSelect: false, space: '', decode: false }, (host) => ({
    update() {
      const { selectable, userSelect, space } = host.props
      host.element.toggleAttribute('selectable', Boolean(selectable || userSelect))
      host.element.toggleAttribute('space', Boolean(space))
    },
  }))
  defineBuiltin('root-portal', { enable: true }, (host) => {
    const slot = document.createElement('div')
    slot.className = 'wx-portal'
    const place = (): void => {
      const webview = host.element.closest('.wx-webview')
      if (host.props.enable && webview) webview.append(slot)
      else host.element.append(slot)
    }
    return {
      slot,
      attached: place,
      update: (changed) => changed('enable') && place(),
      detached: () => slot.remove(),
    }
  })
  defineBuiltin('label', { for: '' }, ({ element }) => ({
    attached() {
      element.addEventListener('click', (event) => {
        const control = element.querySelector<HTMLElement>('wx-switch, wx-checkbox, wx-radio, wx-button')
        if (control && !control.contains(event.target as Node)) control.click()
      })
    },
  }))
  for (const tag of ['keyboard-accessory', 'match-media', 'page-meta', 'navigation-bar'] as const) {
    defineBuiltin(tag, {}, () => undefined)
  }
}
