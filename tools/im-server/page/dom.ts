/** The element of that ID in index.html. */
export function byID<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id)
  if (!element) throw new Error(`no element ${id}`)
  return element as T
}

type Attributes = Record<string, string | boolean | ((event: Event) => void)>

/**
 * Makes an element. Children that are strings become text, never markup: most of what is shown here was written
 * by users. A function as attribute is a listener.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false) element.setAttribute(key, value)
  }
  element.append(...children)
  return element
}

/**
 * Replaces what is in an element, unless it is the same: so that focus and scroll position stay. The same is what
 * looks the same: what has listeners of its own needs a `data-key` of its own.
 */
export function fill(parent: HTMLElement, children: Node[]): void {
  const wanted = make('div', {}, ...children)
  if (parent.childElementCount === wanted.childElementCount && parent.innerHTML === wanted.innerHTML) return
  const { activeElement } = document
  const place =
    activeElement && parent.contains(activeElement) ? activeElement.getAttribute('data-key') : null
  parent.replaceChildren(...wanted.childNodes)
  if (place === null) return
  const same = [...parent.querySelectorAll<HTMLElement>('[data-key]')].find(
    (element) => element.getAttribute('data-key') === place,
  )
  same?.focus()
}

/** The text fields of a form. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value
  return fields
}
