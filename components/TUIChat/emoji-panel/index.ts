import { emojiGroups } from '../../../core/registry/emoji'
import { stickerViews, type StickerPackView } from '../../../core/views/composer'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'

const RECENT_KEY = 'tui.recentEmoji'
const RECENT_COUNT = 16

interface Group {
  id: string
  title: string
  emoji: string[]
}

function readRecent(): string[] {
  const stored = platform.readStorage(RECENT_KEY)
  if (!Array.isArray(stored)) return []
  const known = new Set(emojiGroups.reduce<string[]>((all, group) => all.concat(group.emoji), []))
  return stored
    .filter((emoji): emoji is string => typeof emoji === 'string' && known.has(emoji))
    .slice(0, RECENT_COUNT)
}

type TabEvent = WechatMiniprogram.TouchEvent<object, object, { id: string }>

/**
 * Emoji to pick from, the recently used ones first, and a tab for each pack of stickers.
 * Events: `pick` with `{ emoji }`, `delete`, `sticker` with `{ index, data }`.
 */
Component({
  behaviors: [
    connect({
      initial: {
        groups: [] as Group[],
        packs: [] as StickerPackView[],
        labels: { delete: '', recent: '', emoji: '' },
      },
      view: (_state, _props, t) => ({
        groups: emojiGroups.map(({ id, title, emoji }) => ({ id, title: t(title), emoji: [...emoji] })),
        packs: stickerViews(),
        labels: { delete: t('input.deleteEmoji'), recent: t('emoji.recent'), emoji: t('input.emoji') },
      }),
    }),
  ],
  data: {
    recent: [] as string[],
    /** The pack whose stickers are shown; empty for the emoji. */
    tab: '',
  },
  lifetimes: {
    attached() {
      this.setData({ recent: readRecent() })
    },
    detached() {
      if (kitOf(this)) platform.writeStorage(RECENT_KEY, this.picked())
    },
  },
  methods: {
    picked(): string[] {
      return picks.get(this) ?? this.data.recent
    },
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { emoji: string }>) {
      const { emoji } = event.currentTarget.dataset
      // The row of recent ones moves only when the panel opens next time, not under the finger.
      picks.set(this, [emoji, ...this.picked().filter((other) => other !== emoji)].slice(0, RECENT_COUNT))
      this.triggerEvent('pick', { emoji })
    },
    onDelete() {
      this.triggerEvent('delete')
    },
    onTab(event: TabEvent) {
      this.setData({ tab: event.currentTarget.dataset.id })
    },
    onSticker(event: TabEvent) {
      this.triggerEvent('sticker', { index: Number(this.data.tab), data: event.currentTarget.dataset.id })
    },
  },
})

const picks = new WeakMap<object, string[]>()
