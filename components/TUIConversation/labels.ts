import type { Translate } from '../../locales/index'

/** Words that all rows share. */
export interface ItemLabels {
  muted: string
  pin: string
  unpin: string
  mute: string
  unmute: string
  remove: string
}

export const emptyItemLabels: ItemLabels = { muted: '', pin: '', unpin: '', mute: '', unmute: '', remove: '' }

export interface ListLabels {
  back: string
  loading: string
  emptyHint: string
  failed: string
  retry: string
  cancel: string
  read: string
  remove: string
  filters: string
  search: string
  item: ItemLabels
}

const made = new WeakMap<Translate, ListLabels>()

/** The words of the list that do not change while its language stays. */
export function listLabels(t: Translate): ListLabels {
  const known = made.get(t)
  if (known) return known
  const labels: ListLabels = {
    back: t('common.back'),
    loading: t('common.loading'),
    emptyHint: t('conversation.emptyHint'),
    failed: t('conversation.failed'),
    retry: t('common.retry'),
    cancel: t('common.cancel'),
    read: t('conversation.markRead'),
    remove: t('conversation.delete'),
    filters: t('conversation.filters'),
    search: t('search.title'),
    item: {
      muted: t('conversation.muted'),
      pin: t('conversation.pin'),
      unpin: t('conversation.unpin'),
      mute: t('conversation.muteShort'),
      unmute: t('conversation.unmuteShort'),
      remove: t('conversation.delete'),
    },
  }
  made.set(t, labels)
  return labels
}
