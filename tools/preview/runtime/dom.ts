type Child = Node | string

/** A property value of unknown type as text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : `${value as number}`)

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
    else if (value !== undefined && value !== null && value !== false)
      element.setAttribute(name, textOf(value))
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

/** A promise that is settled from outside. */
export function deferred(): { promise: Promise<void>; resolve(): void; reject(error: Error): void } {
  let resolve = (): void => undefined
  let reject = (_error: Error): void => undefined
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  return { promise, resolve, reject }
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))
