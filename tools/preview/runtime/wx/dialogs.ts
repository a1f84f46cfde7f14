import { clamp, el, fragment } from '../dom'
import { asyncApis } from './call'

const SUCCESS =
  '<svg viewBox="0 0 40 40" width="40" height="40" fill="none" stroke="currentColor" stroke-width="3"><path d="m8 21 8 8 16-18"/></svg>'
const ERROR =
  '<svg viewBox="0 0 40 40" width="40" height="40" fill="none" stroke="currentColor" stroke-width="3"><path d="M20 8v16M20 29v4"/></svg>'
const TOAST_MS = 1500

/** Where dialogs are drawn, over everything the page has. */
export const dialogLayer = el('div', { class: 'phone-dialogs' })

interface ToastOptions {
  title: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  duration?: number
  mask?: boolean
}

interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  cancelColor?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

interface SheetOptions {
  itemList: string[]
  alertText?: string
  itemColor?: string
}

let toast: HTMLElement | undefined
let toastTimer = 0

function hideToast(): void {
  clearTimeout(toastTimer)
  toast?.remove()
  toast = undefined
}

function showToast({ title, icon = 'success', duration = TOAST_MS, mask = false }: ToastOptions): void {
  hideToast()
  const box = el('div', { class: `phone-toast phone-toast-${icon}`, role: 'status' })
  if (icon === 'loading') box.append(el('i', { class: 'phone-spinner' }))
  else if (icon !== 'none') box.append(fragment(icon === 'error' ? ERROR : SUCCESS))
  box.append(el('span', {}, title))
  toast = el('div', { class: `phone-toast-layer${mask ? ' phone-toast-mask' : ''}` }, box)
  dialogLayer.append(toast)
  if (icon !== 'loading' || duration !== Infinity) toastTimer = window.setTimeout(hideToast, duration)
}

/** Opens a dialog; resolves with what its buttons choose. */
function open<T>(build: (choose: (value: T) => void) => HTMLElement, cancel?: T): Promise<T> {
  return new Promise((resolve) => {
    const choose = (value: T): void => {
      layer.remove()
      resolve(value)
    }
    const layer = el('div', { class: 'phone-dialog-layer' }, build(choose))
    layer.addEventListener('click', (event) => {
      if (event.target === layer && cancel !== undefined) choose(cancel)
    })
    dialogLayer.append(layer)
  })
}

function showModal(options: ModalOptions): Promise<object> {
  const { title = '', content = '', showCancel = true, editable = false, placeholderText = '' } = options
  const input = el('input', { class: 'phone-modal-input', placeholder: placeholderText })
  input.value = content
  return open((choose) => {
    const button = (label: string, color: string | undefined, kind: string, confirm: boolean) =>
      el(
        'button',
        {
          class: `phone-modal-button phone-modal-${kind}`,
          style: color && `color:${color}`,
          onclick: () =>
            choose({ confirm, cancel: !confirm, content: editable && confirm ? input.value : null }),
        },
        label,
      )
    const body = editable ? input : el('div', { class: 'phone-modal-content' }, content)
    const buttons = el('div', { class: 'phone-modal-buttons' })
    if (showCancel) buttons.append(button(options.cancelText ?? '取消', options.cancelColor, 'cancel', false))
    buttons.append(button(options.confirmText ?? '确定', options.confirmColor, 'confirm', true))
    const box = el('div', { class: `phone-modal${title ? '' : ' phone-modal-untitled'}`, role: 'dialog' })
    if (title) box.append(el('div', { class: 'phone-modal-title' }, title))
    if (content || editable) box.append(body)
    box.append(buttons)
    return box
  })
}

async function showActionSheet({ itemList, alertText, itemColor }: SheetOptions): Promise<object> {
  const tapIndex = await open<number>((choose) => {
    const item = (label: string, index: number, style?: string) =>
      el('button', { class: 'phone-sheet-item', style, onclick: () => choose(index) }, label)
    const list = el('div', { class: 'phone-sheet', role: 'menu' })
    if (alertText) list.append(el('div', { class: 'phone-sheet-title' }, alertText))
    list.append(...itemList.map((label, index) => item(label, index, itemColor && `color:${itemColor}`)))
    list.append(el('div', { class: 'phone-sheet-gap' }), item('取消', -1))
    return list
  }, -1)
  if (tapIndex < 0) throw new Error('cancel')
  return { tapIndex }
}

/** Full-screen pictures and videos, one at a time; a tap closes. */
export function showGallery(items: { url: string; type: string }[], current: number): void {
  let index = clamp(current, 0, items.length - 1)
  const stage = el('div', { class: 'phone-gallery-stage' })
  const counter = el('div', { class: 'phone-gallery-counter' })
  const draw = (): void => {
    const item = items[index]
    if (!item) return
    const content =
      item.type === 'video'
        ? el('video', { src: item.url, controls: true, autoplay: true })
        : el('img', { src: item.url })
    stage.replaceChildren(content)
    counter.textContent = items.length > 1 ? `${index + 1} / ${items.length}` : ''
  }
  const step = (by: number) => (event: Event) => {
    event.stopPropagation()
    index = (index + by + items.length) % items.length
    draw()
  }
  const layer = el('div', { class: 'phone-gallery', onclick: () => layer.remove() }, stage, counter)
  if (items.length > 1) {
    layer.append(el('button', { class: 'phone-gallery-previous', onclick: step(-1) }, '‹'))
    layer.append(el('button', { class: 'phone-gallery-next', onclick: step(1) }, '›'))
  }
  draw()
  dialogLayer.append(layer)
}

export const dialogsApi = asyncApis({
  showToast,
  hideToast,
  showLoading: ({ title, mask }: ToastOptions) =>
    showToast({ title, mask, icon: 'loading', duration: Infinity }),
  hideLoading: hideToast,
  showModal,
  showActionSheet,
})
