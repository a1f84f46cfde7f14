import type { MenuContext, MessageMenuItem } from '../menu/entry'
import { BUILT_IN_MENU } from '../menu/built-in'

export type { Device, MenuContext, MenuSight, MessageMenuItem } from '../menu/entry'

const items: MessageMenuItem[] = [...BUILT_IN_MENU]

/** An entry of a host's own must not take the others with it. */
function guarded(item: MessageMenuItem): MessageMenuItem {
  return {
    ...item,
    when: (sight) => {
      try {
        return item.when(sight)
      } catch {
        return false
      }
    },
    run: async (context) => {
      try {
        await item.run(context)
      } catch (cause) {
        context.kit.reportQuietly({
          code: 0,
          op: `menu.${item.id}`,
          retryable: false,
          cause: String(cause),
        })
      }
    },
  }
}

/** The entries in their order. */
export const messageMenu = (): readonly MessageMenuItem[] => items

/**
 * Adds an entry at the end, or before the one named `before`; one of the same `id` takes the place of the other.
 * @returns the function that takes it out, and puts back the one whose place it took
 */
export function registerMessageMenuItem(item: MessageMenuItem, before?: string): () => void {
  const added = guarded(item)
  const at = items.findIndex(({ id }) => id === item.id)
  const replaced = at < 0 ? undefined : items[at]
  if (replaced) items[at] = added
  else {
    const place = before === undefined ? -1 : items.findIndex(({ id }) => id === before)
    items.splice(place < 0 ? items.length : place, 0, added)
  }
  return () => {
    const now = items.indexOf(added)
    if (now >= 0) items.splice(now, 1, ...(replaced ? [replaced] : []))
  }
}

/** Takes a built-in entry out. @returns the function that puts it back in its place */
export function removeMessageMenuItem(id: string): () => void {
  const at = items.findIndex((item) => item.id === id)
  const removed = items[at]
  if (!removed) return () => undefined
  items.splice(at, 1)
  return () => {
    if (!items.some((item) => item.id === id)) items.splice(at, 0, removed)
  }
}

/** Does what the entry is for. Nothing for one that is not there any more, or not for this message. */
export async function runMenuItem(id: string, context: MenuContext): Promise<void> {
  const item = items.find((known) => known.id === id)
  if (item?.when(context)) await item.run(context)
}
