import type { FakeSdk } from '../fixtures/fake-sdk'
import { hostSdk, kitPage, type Page } from './page'
import { advance, mount, settle, type Mounted, type Node } from './harness'

/** `<TUIContact>` on its own, on a page of a host. */
export async function contactPage(
  prepare: (sdk: FakeSdk) => void = () => undefined,
  properties: Record<string, unknown> = {},
): Promise<{ sdk: FakeSdk; contact: Mounted }> {
  const sdk = hostSdk()
  prepare(sdk)
  const contact = mount('components/TUIContact', { properties, events: ['open', 'back', 'depth'] })
  await settle()
  return { sdk, contact }
}

interface Methods {
  openContact(screen?: string): void
  back(): void
}

/** `<TUIKit>` with the contacts open over the list. */
export async function kitWithContacts(
  prepare: (sdk: FakeSdk) => void = () => undefined,
  screen = 'contacts',
): Promise<Page & { methods: Methods }> {
  const sdk = hostSdk()
  prepare(sdk)
  const page = await kitPage({ sdk })
  const methods = page.kit.instance<Methods>()
  methods.openContact(screen)
  await settle()
  return { ...page, methods }
}

/** The screen in front. */
export function front(contact: Node): Node {
  const layers = contact.all('view.layers view.layer').filter((layer) => !layer.classes.includes('leave'))
  const layer = layers[layers.length - 1]
  const screen = layer?.children[0]
  if (!screen) throw new Error('There is no screen')
  return screen
}

export const titleOf = (screen: Node): string => screen.find('tui-nav-bar').attr('title') as string

/** The only row with this title. */
export function row(screen: Node, title: string): Node {
  const found = screen.all('list-row').filter((candidate) => candidate.attr('title') === title)
  if (found.length !== 1 || !found[0])
    throw new Error(`${found.length} rows are called ${title}: ${screen.text}`)
  return found[0]
}

export const hasRow = (screen: Node, title: string): boolean =>
  screen.all('list-row').some((candidate) => candidate.attr('title') === title)

export async function choose(screen: Node, title: string): Promise<void> {
  row(screen, title).find('view.row').tap()
  await settle()
}

/** Presses the button with this text. */
export async function press(screen: Node, text: string): Promise<void> {
  const found = screen.all('tui-button').filter((button) => button.attr('text') === text)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} buttons say ${text}: ${screen.text}`)
  found[0].find('view.target').tap()
  await settle()
}

/** Types into the field of the search bar, or of the form row with this label. */
export async function fill(screen: Node, label: string, value: string): Promise<void> {
  const place = label
    ? screen.all('form-row').find((candidate) => candidate.attr('label') === label)
    : screen.find('search-bar')
  const field = place?.all('input')[0] ?? place?.all('textarea')[0]
  if (!field) throw new Error(`There is no field ${label}`)
  field.fire('input', { value })
  await settle()
}

/** Typed to the end: the button of the keyboard. */
export async function confirm(screen: Node, value: string): Promise<void> {
  await fill(screen, '', value)
  screen.find('search-bar').find('input').fire('confirm', { value })
  await settle()
}

/** Back by the button in the bar, until it has slid away. */
export async function goBack(contact: Node): Promise<void> {
  front(contact).find('tui-nav-bar').find('view.back').tap()
  await advance(250)
}

/** A screen has closed itself and slides away. */
export const slideAway = (): Promise<void> => advance(250)
