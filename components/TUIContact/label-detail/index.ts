import { deleteFriendGroup, sortFriends } from '../../../core/actions/friend-groups'
import { labelView, type LabelView } from '../../../core/views/labels'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'

const words = labels({
  back: 'common.back',
  name: 'label.name',
  choose: 'label.choose',
  none: 'label.none',
  remove: 'label.delete',
})

/** One label: its name, and who is in it. */
Component({
  behaviors: [
    contactScreen,
    connect<LabelView & { labels: typeof words.none }>({
      initial: { known: false, name: '', members: [], labels: words.none },
      props: ['label'],
      view: (state, props, t) => ({
        ...labelView(state.contacts, String(props.label)),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    label: { type: String, value: '' },
    /** User IDs that were chosen on the screen that has just been left, or nothing. */
    picked: { type: Array, value: [] as string[] },
    /** Goes up with each choice. */
    picks: { type: Number, value: 0 },
  },
  observers: {
    picks(count: number) {
      if (count) void this.sort()
    },
  },
  methods: {
    async sort() {
      const kit = kitOf(this)
      if (kit) succeeded(this, await sortFriends(kit, this.data.label, this.data.picked))
    },
    onName() {
      this.go({ type: 'edit', field: 'label', subject: this.data.label })
    },
    onChoose() {
      this.go({ type: 'pick', chosen: this.data.members.map(({ id }) => id) })
    },
    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.go({ type: 'person', userID: detail.id })
    },
    async onDelete() {
      const kit = kitOf(this)
      if (!kit) return
      if ((await platform.actionSheet([kit.t()('label.delete')])) !== 0) return
      if (succeeded(this, await deleteFriendGroup(kit, this.data.label))) this.onBack()
    },
  },
})
