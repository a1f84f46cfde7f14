type Child = Node | string

/** Creates an element: `el('button', { class: 'primary', onclick }, '好')`. Properties that are functions become listeners. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, unknown> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, String(value as string))
  }
  element.append(...children)
  return element
}

/** Parses trusted markup of the preview's own, for example an icon. */
export function fragment(markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markup
  return template.content
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
