import { SYSTEM_CONVERSATION } from '../../../core/store/conversation-id'
import { emptyRowLabels, rowLabels } from '../../../core/views/row-labels'
import type { Translate } from '../../../locales/index'

/** Words of the list and of its rows. */
export const listLabels = (conversationID: string, live: boolean, t: Translate) => ({
  ...rowLabels(t),
  loading: t('chat.loadingOlder'),
  failed: t('chat.failed'),
  empty: t(
    conversationID === SYSTEM_CONVERSATION ? 'chat.emptySystem' : live ? 'chat.emptyLive' : 'chat.empty',
  ),
  retry: t('common.retry'),
  olderFailed: t('chat.olderFailed'),
  newerFailed: t('chat.newerFailed'),
  loadingNewer: t('chat.loadingNewer'),
  unread: t('chat.unreadLine'),
})

/** The same before anything is known. */
export const emptyListLabels: ReturnType<typeof listLabels> = {
  ...emptyRowLabels,
  loading: '',
  failed: '',
  empty: '',
  retry: '',
  olderFailed: '',
  newerFailed: '',
  loadingNewer: '',
  unread: '',
}
