import type { ActiveFault } from '../fault-rule'
import { ask, report } from './api'
import { byID, fieldsOf, fill, make } from './dom'

/** The form that sends a message as a user. */
export function showSend(): void {
  const form = byID<HTMLFormElement>('send')
  const output = form.querySelector('output') as HTMLElement
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const { from, to = '', text } = fieldsOf(form)
    const receiver = to.startsWith('group:') ? { groupID: to.slice('group:'.length) } : { userID: to }
    void report(output, async () => {
      await ask('POST', 'messages', { from, text, ...receiver })
      ;(form.elements.namedItem('text') as HTMLTextAreaElement).value = ''
      return 'sent'
    })
  })
}

const ACTIONS = ['drop', 'delay', 'duplicate', 'reorder', 'error', 'half-open', 'cut-upload']
/** Which fields belong to which action, besides `userID` and `times`. */
const FIELDS: Record<string, string[]> = {
  delay: ['command', 'on', 'delay'],
  error: ['command', 'on', 'code', 'info'],
  'half-open': [],
  'cut-upload': ['atByte'],
}
const FRAME_FIELDS = ['command', 'on']
const NUMBERS = new Set(['delay', 'code', 'atByte', 'times'])

function choice(name: string, values: string[]): HTMLElement {
  return make(
    'label',
    { 'data-field': name },
    name,
    make('select', { name }, ...values.map((value) => make('option', {}, value))),
  )
}

function text(name: string, placeholder: string): HTMLElement {
  const input = make('input', { name, placeholder, type: NUMBERS.has(name) ? 'number' : 'text' })
  if (name === 'userID') input.setAttribute('list', 'user-ids')
  return make('label', { 'data-field': name }, name, input)
}

function faultItem({ id, action, ...rest }: ActiveFault, remove: () => void): Node {
  const details = Object.entries(rest).map(([key, value]) => `${key} ${value}`)
  return make(
    'div',
    { class: 'row' },
    make(
      'button',
      { type: 'button', 'aria-label': `Remove fault ${id}`, 'data-key': id, click: remove },
      '✕',
    ),
    make('span', {}, `${action} `, make('span', { class: 'faint' }, details.join(', '))),
  )
}

/** The faults in force, and the form that adds one. @returns shows what has changed meanwhile */
export function showFaults(): () => void {
  const form = byID<HTMLFormElement>('fault')
  const output = make('output', { class: 'wide' })
  form.append(
    choice('action', ACTIONS),
    choice('on', ['request', 'reply', 'push']),
    text('userID', 'everybody'),
    text('command', 'any'),
    text('delay', 'ms'),
    text('code', '60008'),
    text('info', ''),
    text('atByte', '0'),
    text('times', 'until removed'),
    make('button', {}, 'Add fault'),
    output,
  )
  const relevant = (): string[] => FIELDS[fieldsOf(form).action ?? ''] ?? FRAME_FIELDS

  function adapt(): void {
    const shown = new Set(['action', 'userID', 'times', ...relevant()])
    for (const label of form.querySelectorAll<HTMLElement>('[data-field]')) {
      label.hidden = !shown.has(label.dataset.field ?? '')
    }
  }

  function refresh(): void {
    void report(output, async () => {
      const faults = await ask<ActiveFault[]>('GET', 'faults')
      const remove = (id: string) => () => void ask('DELETE', `faults/${id}`).then(refresh, refresh)
      fill(byID('faults'), [
        make('div', {}, ...faults.map((fault) => faultItem(fault, remove(fault.id)))),
        ...(faults.length ? [] : [make('p', { class: 'faint' }, 'none: everything passes')]),
      ])
      return ''
    })
  }

  form.addEventListener('input', adapt)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const names = ['action', 'userID', 'times', ...relevant()]
    const given = Object.entries(fieldsOf(form)).filter(
      ([name, value]) => names.includes(name) && value !== '',
    )
    const rule = Object.fromEntries(
      given.map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]),
    )
    void ask('POST', 'faults', rule).then(refresh, (error: Error) => {
      output.textContent = error.message
      output.classList.add('bad')
    })
  })
  adapt()
  refresh()
  return refresh
}
