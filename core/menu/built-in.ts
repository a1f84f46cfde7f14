import { deleteMessage } from '../actions/delete-message'
import { hideDerived, transcribe, translate } from '../actions/derive'
import { openOverlay } from '../actions/overlays'
import { pinMessage } from '../actions/pin-message'
import { useEarpiece } from '../actions/play-voice'
import { quoteMessage, startEditing } from '../actions/quote'
import { openReaders } from '../actions/readers'
import { revoke } from '../actions/revoke'
import { startSelection } from '../actions/select'
import { isSaid } from '../registry/message-kinds'
import type { MenuContext, MenuSight, MessageMenuItem } from './entry'
import { isForwardable } from './forwardable'
import { mediaOf, saveMedia } from './save-media'

/** Tencent's own limit, seconds. The server has the last word. */
const REVOKE_WINDOW = 120

const sent = ({ message }: MenuSight): boolean => message.status === 'sent'
const isText = ({ message }: MenuSight): boolean => message.content.type === 'text'
const isAudio = ({ message }: MenuSight): boolean => message.content.type === 'audio'

const said = ({ message }: MenuSight): boolean => isSaid(message.content)

/** The author for two minutes; in groups whoever leads it, at any time, also what members wrote. */
function canRevoke({ message, group, role, now }: MenuSight): boolean {
  if (message.status !== 'sent' || !isSaid(message.content)) return false
  const leads = group && (role === 'owner' || role === 'admin')
  return message.own ? leads || now / 1000 - message.time < REVOKE_WINDOW : leads
}

async function copy({ message, device, t }: MenuContext): Promise<void> {
  if (message.content.type !== 'text') return
  const copied = await device.copy(message.content.text)
  if (!copied) device.toast(t('menu.copyFailed'))
}

async function remove({ kit, conversationID, message, device, t }: MenuContext): Promise<void> {
  if ((await device.actionSheet([t('menu.delete')])) === 0)
    await deleteMessage(kit, conversationID, message.id)
}

/** The entries of the kit, in their order. */
export const BUILT_IN_MENU: readonly MessageMenuItem[] = [
  { id: 'copy', label: (t) => t('menu.copy'), icon: 'copy', when: isText, run: copy },
  {
    id: 'quote',
    label: (t) => t('menu.quote'),
    icon: 'quote',
    when: (sight) => sent(sight) && said(sight) && !sight.readOnly,
    run: ({ kit, message }) => quoteMessage(kit, message),
  },
  {
    id: 'forward',
    label: (t) => t('menu.forward'),
    icon: 'forward',
    when: ({ message }) => isForwardable(message),
    run: ({ kit, conversationID, message }) =>
      openOverlay(kit, { type: 'forward', conversationID, ids: [message.id], merged: false }),
  },
  {
    id: 'edit',
    label: (t) => t('menu.edit'),
    icon: 'edit',
    when: (sight) => isText(sight) && sent(sight) && sight.message.own && !sight.readOnly,
    run: ({ kit, message }) => startEditing(kit, message),
  },
  {
    id: 'revoke',
    label: (t) => t('menu.revoke'),
    icon: 'undo',
    when: canRevoke,
    run: ({ kit, conversationID, message }) => revoke(kit, conversationID, message.id),
  },
  {
    id: 'translate',
    label: (t) => t('menu.translate'),
    icon: 'translate',
    when: (sight) =>
      isText(sight) && sent(sight) && sight.abilities.translation && !sight.message.translation,
    run: ({ kit, conversationID, message }) => translate(kit, conversationID, message.id),
  },
  {
    id: 'hideTranslation',
    label: (t) => t('menu.hideTranslation'),
    icon: 'translate',
    when: ({ message }) => message.translation !== undefined,
    run: ({ kit, conversationID, message }) => hideDerived(kit, conversationID, message.id, 'translation'),
  },
  {
    id: 'transcribe',
    label: (t) => t('menu.transcribe'),
    icon: 'words',
    when: (sight) =>
      isAudio(sight) && sent(sight) && sight.abilities.transcription && !sight.message.transcript,
    run: ({ kit, conversationID, message }) => transcribe(kit, conversationID, message.id),
  },
  {
    id: 'hideTranscript',
    label: (t) => t('menu.hideTranscript'),
    icon: 'words',
    when: ({ message }) => message.transcript !== undefined,
    run: ({ kit, conversationID, message }) => hideDerived(kit, conversationID, message.id, 'transcript'),
  },
  {
    id: 'earpiece',
    label: (t) => t('menu.earpiece'),
    icon: 'earpiece',
    when: (sight) => isAudio(sight) && !sight.earpiece,
    run: ({ kit }) => useEarpiece(kit, true),
  },
  {
    id: 'speaker',
    label: (t) => t('menu.speaker'),
    icon: 'speaker',
    when: (sight) => isAudio(sight) && sight.earpiece,
    run: ({ kit }) => useEarpiece(kit, false),
  },
  {
    id: 'save',
    label: (t) => t('menu.save'),
    icon: 'download',
    when: ({ message }) => mediaOf(message.content) !== undefined,
    run: saveMedia,
  },
  {
    id: 'pin',
    label: (t) => t('menu.pin'),
    icon: 'pin',
    when: (sight) => canPin(sight) && !sight.pinned,
    run: ({ kit, conversationID, message }) => pinMessage(kit, conversationID, message, true),
  },
  {
    id: 'unpin',
    label: (t) => t('menu.unpin'),
    icon: 'unpin',
    when: (sight) => canPin(sight) && sight.pinned,
    run: ({ kit, conversationID, message }) => pinMessage(kit, conversationID, message, false),
  },
  {
    id: 'readers',
    label: (t) => t('menu.readers'),
    icon: 'readers',
    when: ({ message, group }) => group && message.own && message.readers !== undefined,
    run: ({ kit, conversationID, message }) => openReaders(kit, conversationID, message.id),
  },
  {
    id: 'selectText',
    label: (t) => t('menu.selectText'),
    icon: 'select-text',
    when: isText,
    run: ({ kit, conversationID, message }) =>
      openOverlay(kit, { type: 'text', conversationID, id: message.id }),
  },
  {
    id: 'select',
    label: (t) => t('menu.select'),
    icon: 'select',
    when: (sight) => sight.message.status !== 'sending' && said(sight),
    run: ({ kit, conversationID, message }) => startSelection(kit, conversationID, message.id),
  },
  {
    id: 'delete',
    label: (t) => t('menu.delete'),
    icon: 'trash',
    when: ({ message }) => message.status !== 'sending',
    run: remove,
  },
]

function canPin(sight: MenuSight): boolean {
  return sight.group && sent(sight) && said(sight) && (sight.role === 'owner' || sight.role === 'admin')
}
