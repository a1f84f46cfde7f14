import { needGroupApplications } from '../../../core/actions/group-applications'
import { changeGroupProfile } from '../../../core/actions/groups'
import { needMembers } from '../../../core/actions/members'
import { groupManageView, NO_MANAGE, type GroupManageView } from '../../../core/views/group-manage'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen, succeeded } from '../screen-behavior'

const words = labels({
  title: 'manage.title',
  back: 'common.back',
  requests: 'joining.title',
  muteAll: 'manage.muteAll',
  muteAllHint: 'manage.muteAllHint',
  admins: 'manage.admins',
  adminHint: 'manage.adminHint',
  addAdmins: 'manage.addAdmins',
  remove: 'member.remove',
  transfer: 'member.transfer',
})

/** What those who lead a group do with it. */
Component({
  behaviors: [
    groupScreen,
    connect<GroupManageView & { labels: typeof words.none }>({
      initial: { ...NO_MANAGE, labels: words.none },
      props: ['groupID'],
      view: (state, props, t) => ({
        ...groupManageView(state, String(props.groupID)),
        labels: words.of(t),
      }),
    }),
  ],
  data: { busy: false },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (!kit) return
      void needMembers(kit, `GROUP${this.data.groupID}`)
      void needGroupApplications(kit)
    },
  },
  methods: {
    onRequests() {
      this.go({ type: 'requests' })
    },
    async onMuteAll() {
      const kit = kitOf(this)
      if (!kit || this.data.busy) return
      const { groupID, muteAll } = this.data
      this.setData({ busy: true })
      succeeded(this, await changeGroupProfile(kit, groupID, { muteAll: muteAll !== 'on' }))
      this.setData({ busy: false })
    },
    onAdmin({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.go({ type: 'member', userID: detail.id })
    },
    onAddAdmins() {
      this.go({ type: 'members', purpose: 'admin' })
    },
    onRemove() {
      this.go({ type: 'members', purpose: 'remove' })
    },
    onTransfer() {
      this.go({ type: 'members', purpose: 'owner' })
    },
  },
})
