import { forward } from '../../../core/actions/forward'
import { loadConversations } from '../../../core/actions/load-conversations'
import { endSelection } from '../../../core/actions/select'
import { forwardPickerView, MOST_TARGETS, type ForwardPickerView } from '../../../core/views/forward-picker'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>

/** Where messages are forwarded to: one chat or several, with words of one's own. Event: `close`. */
Component({
  behaviors: [
    connect<
      ForwardPickerView & { labels: Record<'title' | 'close' | 'search' | 'recent' | 'words', string> }
    >({
      initial: {
        rows: [],
        empty: '',
        preview: '',
        send: '',
        labels: { title: '', close: '', search: '', recent: '', words: '' },
      },
      props: ['conversationID', 'query', 'picked'],
      view: (state, props, t) => ({
        ...forwardPickerView(
          state,
          {
            conversationID: String(props.conversationID),
            query: String(props.query),
            picked: props.picked as string[],
          },
          t,
        ),
        labels: {
          title: t('forward.title'),
          close: t('common.close'),
          search: t('forward.search'),
          recent: t('forward.recent'),
          words: t('forward.words'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    query: '',
    /** Conversation IDs, in the order of choosing. */
    picked: [] as string[],
    words: '',
    /** Height of the keyboard, px: the button stays above it. */
    lift: 0,
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      // A chat on its own page has no list beside it.
      if (kit && kit.store.get().conversations.phase !== 'ready') void loadConversations(kit)
    },
  },
  methods: {
    onQuery({ detail }: InputEvent) {
      this.setData({ query: detail.value })
    },
    onWords({ detail }: InputEvent) {
      this.data.words = detail.value
    },
    onKeyboard({ detail }: WechatMiniprogram.CustomEvent<{ height: number }>) {
      this.setData({ lift: detail.height })
    },
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      const { picked } = this.data
      if (!id) return
      const chosen = picked.includes(id)
      if (!chosen && picked.length >= MOST_TARGETS) {
        const kit = kitOf(this)
        if (kit) platform.toast(kit.t()('forward.most', { count: MOST_TARGETS }))
        return
      }
      this.setData({ picked: chosen ? picked.filter((known) => known !== id) : [...picked, id] })
    },
    async onSend() {
      const kit = kitOf(this)
      const { conversationID, picked, words } = this.data
      const overlay = kit?.store
        .get()
        .overlays.find((one) => one.type === 'forward' && one.conversationID === conversationID)
      if (!kit || overlay?.type !== 'forward' || !picked.length) return
      this.onClose()
      endSelection(kit)
      const result = await forward(kit, overlay, picked, words)
      // What failed is told by its sentence.
      if (result.ok) platform.toast(kit.t()('forward.sent'))
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
