import { sdkMessage } from '../fixtures/builders'
import { phone, settle } from './harness'
import { loneChat, rowAt, type Page } from './page'

const card = (page: Page) => rowAt(page).find('message-card')
const file = sdkMessage({
  type: 'TIMFileElem',
  payload: { fileUrl: 'https://c/plan.pdf', fileName: 'plan.pdf', fileSize: 2048 },
})
const place = sdkMessage({
  type: 'TIMLocationElem',
  payload: { description: 'West Lake', latitude: 30.2, longitude: 120.1 },
})
const tap = async (page: Page) => {
  card(page).find('view.card').tap()
  await settle()
}

test('a file is a card with its name and size, and a tap downloads and opens it', async () => {
  const page = await loneChat([file])
  expect(card(page).find('text.title').text).toBe('plan.pdf')
  expect(card(page).texts('text.line')).toEqual(['2 KB'])
  expect(rowAt(page).find('view.bubble').classes).toContain('bare')
  await tap(page)
  expect(phone.files).toEqual(['wxfile://tmp/https://c/plan.pdf'])
  expect(phone.toasts).toEqual([])
})

test('a file that is gone, or has no address, says so', async () => {
  phone.downloadStatus = 404
  await tap(await loneChat([file]))
  await tap(await loneChat([sdkMessage({ type: 'TIMFileElem', payload: { fileName: 'x' } })]))
  expect(phone.files).toEqual([])
  expect(phone.toasts).toEqual(Array(2).fill('Could not be opened. Try again later'))
})

test('a place opens on the map', async () => {
  const page = await loneChat([place])
  expect(card(page).texts('text.tag')).toEqual(['Location'])
  await tap(page)
  expect(phone.places).toEqual([{ latitude: 30.2, longitude: 120.1, name: 'West Lake' }])
})

test('a merged history shows its title and first lines, also when two are the same', async () => {
  const payload = { title: 'Trip', abstractList: ['Bob: hi', 'Bob: hi'], messageList: [] }
  const page = await loneChat([sdkMessage({ type: 'TIMRelayElem', payload })])
  expect(card(page).find('text.title').text).toBe('Trip')
  expect(card(page).texts('text.line')).toEqual(['Bob: hi', 'Bob: hi'])
  await tap(page)
  expect(phone.toasts).toEqual([])
})
