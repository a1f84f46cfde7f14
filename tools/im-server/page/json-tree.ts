import { make } from './dom'

/** A value as a tree whose branches open on demand: what is closed costs nothing. */
export function jsonTree(value: unknown, key = ''): HTMLElement {
  const label = key === '' ? [] : [make('span', { class: 'key' }, `${key}: `)]
  if (typeof value !== 'object' || value === null) {
    return make('div', { class: 'json' }, ...label, JSON.stringify(value) ?? 'undefined')
  }
  const entries = Object.entries(value)
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`
  const branch = make('details', { class: 'json' }, make('summary', {}, ...label, size))
  branch.addEventListener(
    'toggle',
    () => branch.append(...entries.map(([name, child]) => jsonTree(child, name))),
    { once: true },
  )
  return branch
}
