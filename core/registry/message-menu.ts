import type { MenuContext, MessageMenuItem } from '../menu/entry'
import { BUILT_IN_MENU } from '../menu/built-in'
import { createEntries } from './entries'

export type { Device, MenuContext, MenuSight, MessageMenuItem } from '../menu/entry'

const items = createEntries<MessageMenuItem>(BUILT_IN_MENU)

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
export const messageMenu = (): readonly MessageMenuItem[] => items.all()

/**
 * Adds an entry at the end, or before the one named `before`; one of the same `id` takes the place of the other.
 * @returns the function that takes it out, and puts back the one whose place it took
 */
export const registerMessageMenuItem = (item: MessageMenuItem, before?: string): (() => void) =>
  items.add(guarded(item), before)

/** Takes a built-in entry out. @returns the function that puts it back in its place */
export const removeMessageMenuItem = (id: string): (() => void) => items.remove(id)

/** Does what the entry is for. Nothing for one that is not there any more, or not for this message. */
export async function runMenuItem(id: string, context: MenuContext): Promise<void> {
  const item = items.find(id)
  if (item?.when(context)) await item.run(context)
}
