import { settle, type Node } from './harness'
import { rowAt, type Page } from './page'

/** A row tells the chat what a finger did to it. */
export async function touch(page: Page, at: number, name: string, more: object = {}): Promise<void> {
  const row = rowAt(page, at)
  row.fire(name, { id: (row.attr('row') as { id: string }).id, ...more })
  await settle()
}

/** The menu of a row, and one of its entries. */
export async function choose(page: Page, at: number, label: string): Promise<void> {
  await touch(page, at, 'menu', { top: 400, bottom: 440, left: 60, right: 200 })
  const item = page
    .chat()
    .all('message-menu view.item')
    .find((one) => one.text === label)
  if (!item) throw new Error(`no entry ${label} in ${page.chat().texts('message-menu text.label').join()}`)
  item.tap()
  await settle()
}

export const tap = async (node: Node | undefined): Promise<void> => {
  node?.tap()
  await settle()
}
