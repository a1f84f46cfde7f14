import { transferGroup } from '../../../core/actions/groups'
import type { Kit } from '../../../core/actions/kit'
import { removeMembers, setAdmins } from '../../../core/actions/members'
import type { GroupRole } from '../../../core/store/groups'
import type { Result } from '../../../core/store/types'
import {
  groupMembersView,
  type GroupMembersView,
  type MemberPurpose,
} from '../../../core/views/group-members'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen, succeeded } from '../screen-behavior'

const words = labels({ back: 'common.back', add: 'member.add' })

interface Purpose {
  /** What is asked before. */
  question: (kit: Kit, userIDs: readonly string[]) => string
  run: (kit: Kit, groupID: string, userIDs: readonly string[]) => Promise<Result<void>>
  done: 'member.removed' | 'member.transferred' | ''
}

const PURPOSES: Readonly<Record<Exclude<MemberPurpose, ''>, Purpose>> = {
  remove: {
    question: (kit, { length }) => kit.t()('member.removeMany', { count: length }),
    run: removeMembers,
    done: 'member.removed',
  },
  admin: {
    question: () => '',
    run: (kit, groupID, userIDs) => setAdmins(kit, groupID, userIDs, true),
    done: '',
  },
  owner: {
    question: (kit) => kit.t()('member.transfer'),
    run: (kit, groupID, [userID = '']) => transferGroup(kit, groupID, userID),
    done: 'member.transferred',
  },
}

/** Who is in a group; or, with a `purpose`, choosing those to remove, to make administrators, or to give it to. */
Component({
  behaviors: [
    groupScreen,
    connect<GroupMembersView & { labels: typeof words.none }>({
      initial: { title: '', add: false, roles: [] as GroupRole[], action: '', labels: words.none },
      props: ['groupID', 'purpose'],
      view: (state, props, t) => ({
        ...groupMembersView(state, String(props.groupID), props.purpose as MemberPurpose, t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    purpose: { type: String, value: '' },
  },
  data: { busy: false },
  methods: {
    onAdd() {
      this.go({ type: 'add' })
    },
    async onPicked({ detail }: WechatMiniprogram.CustomEvent<{ userIDs: string[] }>) {
      const { userIDs } = detail
      const [userID = ''] = userIDs
      const { groupID } = this.data
      const purpose = this.data.purpose as MemberPurpose
      if (!purpose) return this.go({ type: 'member', userID })
      const kit = kitOf(this)
      if (!kit || this.data.busy) return
      const { question, run, done } = PURPOSES[purpose]
      const asked = question(kit, userIDs)
      if (asked && (await platform.actionSheet([asked])) !== 0) return
      this.setData({ busy: true })
      const over = succeeded(this, await run(kit, groupID, userIDs))
      this.setData({ busy: false })
      if (!over) return
      if (done) platform.toast(kit.t()(done))
      this.onBack()
    },
  },
})
