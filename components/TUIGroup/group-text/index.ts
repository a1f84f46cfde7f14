import { loadGroup } from '../../../core/actions/groups'
import { groupTextView, type GroupTextField, type GroupTextView } from '../../../core/views/group-page'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen } from '../screen-behavior'

const words = labels({ back: 'common.back', edit: 'menu.edit' })

const NONE: GroupTextView = { title: '', text: '', none: '', editable: false }

/** The announcement or the introduction of a group in full. */
Component({
  behaviors: [
    groupScreen,
    connect<GroupTextView & { labels: typeof words.none }>({
      initial: { ...NONE, labels: words.none },
      props: ['groupID', 'field'],
      view: (state, props, t) => ({
        ...groupTextView(state, String(props.groupID), props.field as GroupTextField, t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** `notification` or `introduction`. */
    field: { type: String, value: 'notification' },
  },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit && !kit.store.get().groups[this.data.groupID]) void loadGroup(kit, this.data.groupID)
    },
  },
  methods: {
    onEdit() {
      this.go({ type: 'edit', field: this.data.field as GroupTextField, subject: this.data.groupID })
    },
  },
})
