import { asyncApis } from './call'
import { dialogLayer, dialogsApi } from './dialogs'
import { el } from '../dom'

interface Place {
  name?: string
  address?: string
  latitude: number
  longitude: number
}

const PLACES: Place[] = [
  { name: '腾讯滨海大厦', address: '广东省深圳市南山区海天二路33号', latitude: 22.5228, longitude: 113.9355 },
  { name: '深圳湾公园', address: '广东省深圳市南山区滨海大道', latitude: 22.5149, longitude: 113.9548 },
]

let clipboard = ''

function showPlace({ name = '位置', address = '', latitude, longitude }: Place): void {
  const close = el('button', { class: 'phone-place-close', onclick: () => layer.remove() }, '关闭')
  const layer = el(
    'div',
    { class: 'phone-place' },
    el('div', { class: 'phone-place-map' }, el('i')),
    el(
      'div',
      { class: 'phone-place-card' },
      el('b', {}, name),
      el('span', {}, address),
      el('small', {}, `${latitude}, ${longitude}`),
      close,
    ),
  )
  dialogLayer.append(layer)
}

async function chooseLocation(): Promise<object> {
  const itemList = PLACES.map(({ name }) => name ?? '')
  const { tapIndex } = (await dialogsApi.showActionSheet({ alertText: '选择位置', itemList })) as {
    tapIndex: number
  }
  return { ...PLACES[tapIndex] }
}

const toBase64 = (buffer: ArrayBuffer): string =>
  btoa([...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join(''))

const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer

export const miscApi = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  arrayBufferToBase64: toBase64,
  base64ToArrayBuffer: fromBase64,
  reportEvent: () => undefined,
  ...asyncApis({
    setClipboardData: ({ data }: { data: string }) => {
      clipboard = data
      void dialogsApi.showToast({ title: '内容已复制' })
    },
    getClipboardData: () => ({ data: clipboard }),
    openLocation: showPlace,
    chooseLocation,
    getLocation: () => ({ ...PLACES[0], accuracy: 30 }),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) =>
      void dialogsApi.showToast({ title: `呼叫 ${phoneNumber}`, icon: 'none' }),
  }),
}
