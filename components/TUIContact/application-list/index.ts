import { answerApplication, deleteApplication, readApplications } from '../../../core/actions/friends'
import { loadContacts } from '../../../core/actions/contacts'
import type { Application } from '../../../core/store/contacts'
import { applicationID, applicationRows, type ApplicationRow } from '../../../core/views/applications'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'

type RowEvent = WechatMiniprogram.CustomEvent<{ id: string }>
type TapEvent = WechatMiniprogram.CustomEvent<object, object, { id: string }>

const NOTHING: Record<string, boolean> = {}

const words = labels({
  title: 'application.title',
  back: 'common.back',
  add: 'add.friend',
  empty: 'application.empty',
  accept: 'application.accept',
  refuse: 'application.refuse',
})

/** Who wants to become a friend, and whom the user has asked. */
Component({
  behaviors: [
    contactScreen,
    connect<{ rows: ApplicationRow[]; labels: typeof words.none }>({
      initial: { rows: [], labels: words.none },
      view: (state, _props, t) => ({ rows: applicationRows(state, t), labels: words.of(t) }),
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
      if (!kit) return
      await loadContacts(kit)
      await readApplications(kit)
    },
    find(id: string): Application | undefined {
      const { applications = [] } = kitOf(this)?.store.get().contacts ?? {}
      return applications.find((application) => applicationID(application) === id)
    },
    onAccept({ currentTarget }: TapEvent) {
      void this.answer(currentTarget.dataset.id, true)
    },
    onRefuse({ currentTarget }: TapEvent) {
      void this.answer(currentTarget.dataset.id, false)
    },
    async answer(id: string, accepted: boolean) {
      const kit = kitOf(this)
      const application = this.find(id)
      if (!kit || !application || this.data.busy[id]) return
      this.setData({ busy: { ...this.data.busy, [id]: true } })
      succeeded(this, await answerApplication(kit, application, accepted))
      this.setData({ busy: { ...this.data.busy, [id]: false } })
    },
    onPerson({ detail }: RowEvent) {
      const application = this.find(detail.id)
      if (application) this.go({ type: 'person', userID: application.userID })
    },
    async onHold({ detail }: RowEvent) {
      const kit = kitOf(this)
      const application = this.find(detail.id)
      if (!kit || !application) return
      if ((await platform.actionSheet([kit.t()('application.delete')])) !== 0) return
      succeeded(this, await deleteApplication(kit, application))
    },
    onAdd() {
      this.go({ type: 'add' })
    },
  },
})
