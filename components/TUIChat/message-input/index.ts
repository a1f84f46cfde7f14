import { restoreDraft, saveDraft } from '../../../core/actions/composer'
import { loadAccess } from '../../../core/actions/group-access'
import { sendFace } from '../../../core/actions/send-content'
import { sendVoice } from '../../../core/actions/send-media'
import { runTool } from '../../../core/registry/input-panel'
import { parseConversationID } from '../../../core/store/conversation-id'
import type { VoiceFile } from '../../../core/store/outgoing'
import { composerView, type ComposerView } from '../../../core/views/composer'
import { connect, kitOf } from '../../base/connect'
import { dock } from './dock'
import { Field, type Shown } from './field'
import { LABELS, labelsOf } from './labels'
import { toolDevice } from './tool-device'

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string; cursor: number }>

const fields = new WeakMap<object, Field>()

/**
 * The composer: what is written, said, or picked in it is sent, and kept while the user is elsewhere.
 * Event: `send` when a message has gone into the list. Methods: `edit(text)`, `close()`.
 */
Component({
  behaviors: [
    dock,
    connect<ComposerView & { labels: typeof LABELS }>({
      initial: { bar: '', barText: '', hint: '', labels: LABELS },
      props: ['conversationID'],
      view: (state, props, t) => ({
        ...composerView(state, String(props.conversationID), t),
        labels: labelsOf(t),
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    text: '',
    /** There is something to send: the button is there. */
    sendable: false,
    /** What is in the field is read from right to left. */
    fromRight: false,
    /** Where the field's cursor is put; -1 leaves it alone. */
    cursorAt: -1,
    /** The button to talk is in the field's place. */
    voice: false,
    openID: '',
  },
  observers: {
    conversationID() {
      this.open()
    },
  },
  lifetimes: {
    attached() {
      this.open()
    },
    detached() {
      const kit = kitOf(this)
      if (kit) void saveDraft(kit, this.data.openID)
      fields.get(this)?.close()
    },
  },
  pageLifetimes: {
    hide() {
      const kit = kitOf(this)
      if (kit) void saveDraft(kit, this.data.openID)
    },
  },
  methods: {
    open() {
      const kit = kitOf(this)
      const { conversationID, openID } = this.data
      if (!kit || conversationID === openID) return
      if (openID) {
        void saveDraft(kit, openID)
        this.setData({ panel: '', voice: false })
      }
      this.data.openID = conversationID
      const field = fields.get(this) ?? new Field(kit, (shown) => this.show(shown))
      fields.set(this, field)
      restoreDraft(kit, conversationID)
      field.open(conversationID)
      void loadAccess(kit, conversationID)
    },
    show({ text, sendable, fromRight, cursor = -1, focus }: Shown) {
      const { data } = this
      if (text !== data.text || sendable !== data.sendable || fromRight !== data.fromRight)
        this.setData({ text, sendable, fromRight })
      if (focus) this.setData({ focus, cursorAt: cursor, panel: '', voice: false })
    },
    onInput({ detail }: FieldEvent) {
      // The two-way binding has usually been there before.
      if (fields.get(this)?.typed(detail.value, detail.cursor)) this.close()
    },
    onBlur({ detail }: FieldEvent) {
      fields.get(this)?.left(detail.cursor)
      if (this.data.focus) this.setData({ focus: false, cursorAt: -1 })
    },
    onEmojiButton() {
      this.setData({ voice: false })
      this.togglePanel('emoji')
    },
    onMoreButton() {
      this.setData({ voice: false })
      this.togglePanel('tools')
    },
    onVoiceButton() {
      const voice = !this.data.voice
      if (voice) this.close()
      this.setData({ voice, focus: !voice })
    },
    /** Puts text into the field for editing, in front of what is there. */
    edit(text: string) {
      fields.get(this)?.edit(text)
      this.setData({ panel: '', voice: false, focus: true })
    },
    onEmoji({ detail }: WechatMiniprogram.CustomEvent<{ emoji: string }>) {
      fields.get(this)?.insert(detail.emoji)
    },
    onDelete() {
      fields.get(this)?.backspace()
    },
    onSticker({ detail }: WechatMiniprogram.CustomEvent<{ index: number; data: string }>) {
      const kit = kitOf(this)
      if (kit) void sendFace(kit, this.data.conversationID, detail)
      this.triggerEvent('send')
    },
    onRecord({ detail }: WechatMiniprogram.CustomEvent<VoiceFile>) {
      const kit = kitOf(this)
      if (kit) void sendVoice(kit, this.data.conversationID, detail)
      this.triggerEvent('send')
    },
    async onTool({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const kit = kitOf(this)
      const { conversationID } = this.data
      const type = parseConversationID(conversationID)?.type
      if (!kit || !type) return
      const t = kit.t()
      await runTool(detail.id, { kit, conversationID, type, device: toolDevice(t), t })
      this.triggerEvent('send')
    },
    onSend() {
      if (fields.get(this)?.send()) this.triggerEvent('send')
    },
    onDrop() {
      fields.get(this)?.drop()
    },
  },
})
