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

describe('a file that takes its time', () => {
  const large = (name: string) =>
    sdkMessage({
      type: 'TIMFileElem',
      payload: { fileUrl: `https://c/${name}`, fileName: name, fileSize: 1 },
    })
  const begin = async (name: string) => {
    phone.downloads = []
    const page = await loneChat([large(name)])
    await tap(page)
    const [download] = phone.downloads
    if (!download) throw new Error('nothing is being downloaded')
    return { page, download, percent: () => rowAt(page).texts('message-progress text.percent') }
  }

  test('tells how much of it is there, and is fetched once', async () => {
    const { page, download, percent } = await begin('large.pdf')
    expect(percent()).toEqual(['0%'])
    download.progress(42)
    await settle()
    expect(percent()).toEqual(['42%'])
    // Impatience changes nothing.
    await tap(page)
    expect(phone.downloads).toHaveLength(1)
    download.done()
    await settle()
    expect(percent()).toEqual([])
    expect(phone.files).toEqual(['wxfile://tmp/https://c/large.pdf'])
    await tap(page)
    expect(phone.files).toHaveLength(2)
    expect(phone.downloads).toHaveLength(1)
  })

  test('can be called off, without a word', async () => {
    const { page, download, percent } = await begin('other.pdf')
    rowAt(page).find('message-progress view.cancel').tap()
    await settle()
    download.done()
    await settle()
    expect(percent()).toEqual([])
    expect([phone.files, phone.toasts]).toEqual([[], []])
  })

  test('does not open over what comes after the chat', async () => {
    const { page, download } = await begin('third.pdf')
    page.kit.detach()
    download.done()
    await settle()
    expect(phone.files).toEqual([])
  })
})

test('a file that is gone, or has no address, says so', async () => {
  phone.downloadStatus = 404
  const payload = { fileUrl: 'https://c/gone.pdf', fileName: 'gone.pdf' }
  await tap(await loneChat([sdkMessage({ type: 'TIMFileElem', payload })]))
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
