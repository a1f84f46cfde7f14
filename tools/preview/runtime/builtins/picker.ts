import { el } from '../dom'
import { dialogLayer } from '../wx/dialogs'
import { defineBuiltin, type BuiltinHost } from './define'

type Column = { label: string; value: string }[]

const PROPERTIES = {
  mode: 'selector',
  range: null,
  rangeKey: '',
  value: null,
  start: '',
  end: '',
  fields: 'day',
  headerText: '',
  disabled: false,
  name: '',
}

/** Opens the panel with one list per column; resolves with the chosen indices, or undefined when cancelled. */
function choose(title: string, columns: Column[], chosen: number[]): Promise<number[] | undefined> {
  return new Promise((resolve) => {
    const close = (result?: number[]) => () => {
      layer.remove()
      resolve(result)
    }
    const lists = columns.map((column, index) => {
      const select = el('select', { class: 'wx-picker-column', size: 5 })
      select.append(
        ...column.map(({ label }, row) =>
          el('option', { value: row, selected: row === (chosen[index] ?? 0) }, label),
        ),
      )
      return select
    })
    const indices = (): number[] => lists.map(({ selectedIndex }) => Math.max(0, selectedIndex))
    const head = el(
      'div',
      { class: 'wx-picker-head' },
      el('button', { onclick: close() }, '取消'),
      el('b', {}, title),
      el('button', { class: 'wx-picker-done', onclick: () => close(indices())() }, '确定'),
    )
    const panel = el(
      'div',
      { class: 'phone-sheet', role: 'dialog' },
      head,
      el('div', { class: 'wx-picker-columns' }, ...lists),
    )
    const layer = el('div', { class: 'phone-dialog-layer' }, panel)
    dialogLayer.append(layer)
  })
}

const labelled = (range: unknown, key: string): Column =>
  (Array.isArray(range) ? range : []).map((item: unknown, index) => ({
    label: String((key ? (item as Record<string, unknown>)[key] : item) as string),
    value: String(index),
  }))

const numbers = (from: number, to: number): Column =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const value = String(from + i).padStart(2, '0')
    return { label: value, value }
  })

function dateColumns(fields: string): Column[] {
  const year = new Date().getFullYear()
  const columns = [numbers(year - 100, year + 20), numbers(1, 12), numbers(1, 31)]
  return columns.slice(0, fields === 'year' ? 1 : fields === 'month' ? 2 : 3)
}

/** The columns of a mode, and how the chosen rows become the event's value. */
function describe({ mode, range, rangeKey, fields }: Record<string, unknown>): {
  columns: Column[]
  separator?: string
} {
  if (mode === 'multiSelector') {
    return {
      columns: (Array.isArray(range) ? range : []).map((column) =>
        labelled(column, String(rangeKey as string)),
      ),
    }
  }
  if (mode === 'time') return { columns: [numbers(0, 23), numbers(0, 59)], separator: ':' }
  if (mode === 'date') return { columns: dateColumns(String(fields)), separator: '-' }
  return { columns: [labelled(range, String(rangeKey))] }
}

async function open(host: BuiltinHost): Promise<void> {
  const { value, headerText, mode } = host.props
  const { columns, separator } = describe(host.props)
  const chosen = separator
    ? String((value as string | null) ?? '')
        .split(separator)
        .map((part, i) => columns[i]?.findIndex((row) => row.value === part) ?? 0)
    : [value].flat().map(Number)
  const indices = await choose(String(headerText), columns, chosen)
  if (!indices) return host.emit('cancel')
  const result = separator
    ? indices.map((row, i) => columns[i]?.[row]?.value ?? '').join(separator)
    : mode === 'multiSelector'
      ? indices
      : (indices[0] ?? 0)
  host.set('value', result)
  host.emit('change', { value: result })
}

/** Modes selector, multiSelector, time and date; `region` is not there. */
export function definePicker(): void {
  defineBuiltin('picker', PROPERTIES, (host) => {
    host.element.addEventListener('click', () => {
      if (!host.props.disabled) void open(host)
    })
  })
  definePickerView()
}

function definePickerView(): void {
  const properties = {
    value: null,
    indicatorStyle: '',
    indicatorClass: '',
    maskStyle: '',
    maskClass: '',
    immediateChange: false,
  }
  defineBuiltin('picker-view', properties, (host) => {
    const columns = (): HTMLElement[] => [
      ...host.element.querySelectorAll<HTMLElement>('wx-picker-view-column'),
    ]
    const rowHeight = (column: HTMLElement): number =>
      (column.firstElementChild as HTMLElement | null)?.offsetHeight || 34
    const place = (): void => {
      const value = Array.isArray(host.props.value) ? (host.props.value as number[]) : []
      columns().forEach((column, index) => column.scrollTo({ top: (value[index] ?? 0) * rowHeight(column) }))
    }
    host.element.addEventListener(
      'scrollend',
      () => {
        const value = columns().map((column) => Math.round(column.scrollTop / rowHeight(column)))
        host.set('value', value)
        host.emit('change', { value })
      },
      true,
    )
    return {
      attached: () => requestAnimationFrame(place),
      update: (changed) => changed('value') && host.element.isConnected && place(),
    }
  })
  defineBuiltin('picker-view-column', {}, () => undefined)
}
