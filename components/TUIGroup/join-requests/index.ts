import { answerGroupApplication, loadGroupApplications } from '../../../core/actions/group-applications'
import { loadPeople } from '../../../core/actions/people'
import {
  findGroupApplication,
  groupApplicationsView,
  type GroupApplicationsView,
} from '../../../core/views/group-applications'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen, succeeded } from '../screen-behavior'

type TapEvent = WechatMiniprogram.CustomEvent<object, object, { id: string }>

const NOTHING: Record<string, boolean> = {}

const words = labels({
  title: 'joining.title',
  back: 'common.back',
  empty: 'joining.empty',
  failed: 'joining.failed',
  retry: 'common.retry',
  loading: 'common.loading',
  accept: 'joining.accept',
  refuse: 'joining.refuse',
})

/** Who asks to come into a group. */
Component({
  behaviors: [
    groupScreen,
    connect<GroupApplicationsView & { labels: typeof words.none }>({
      initial: { phase: 'loading', error: '', rows: [], labels: words.none },
      props: ['groupID'],
      view: (state, props, t) => ({
        ...groupApplicationsView(state, String(props.groupID), t),
        labels: words.of(t),
      }),
    }),
  ],
  data: {
    /** Rows whose answer is under way. */
    busy: NOTHING,
  },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    async load() {
      const kit = kitOf(this)
      if (!kit || !(await loadGroupApplications(kit)).ok) return
      const { contacts, groupApplications } = kit.store.get()
      const unknown = groupApplications.list
        .filter(({ groupID, userID }) => groupID === this.data.groupID && !contacts.people[userID])
        .map(({ userID }) => userID)
      await loadPeople(kit, unknown)
    },
    onAccept({ currentTarget }: TapEvent) {
      void this.answer(currentTarget.dataset.id, true)
    },
    onRefuse({ currentTarget }: TapEvent) {
      void this.answer(currentTarget.dataset.id, false)
    },
    async answer(id: string, accepted: boolean) {
      const kit = kitOf(this)
      const application = kit && findGroupApplication(kit.store.get(), id)
      if (!application || this.data.busy[id]) return
      this.setData({ busy: { ...this.data.busy, [id]: true } })
      succeeded(this, await answerGroupApplication(kit, application, accepted))
      this.setData({ busy: { ...this.data.busy, [id]: false } })
    },
    onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.go({ type: 'request', requestID: detail.id })
    },
  },
})
