import { transferGroup } from '../../../core/actions/groups'
import type { Kit } from '../../../core/actions/kit'
import { loadMember, markMembers, muteMember, removeMembers, setAdmins } from '../../../core/actions/members'
import { conversationWith } from '../../../core/actions/people'
import type { Result } from '../../../core/store/types'
import { durationWords } from '../../../core/kinds/duration-words'
import { memberView, NO_MEMBER, type MemberView } from '../../../core/views/member'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen, succeeded } from '../screen-behavior'

const words = labels({
  title: 'member.profile',
  back: 'common.back',
  loading: 'common.loading',
  gone: 'member.gone',
  role: 'member.role',
  chat: 'profile.chat',
  makeAdmin: 'member.makeAdmin',
  mute: 'member.mute',
  unmute: 'member.unmute',
  mark: 'member.mark',
  transfer: 'member.transfer',
  remove: 'member.removeOne',
})

/** For how long a member can be muted, in seconds: ten minutes to thirty days. */
const DURATIONS = [600, 3600, 43_200, 86_400, 604_800, 2_592_000] as const

/** One member of a group, and what may be done about them. */
Component({
  behaviors: [
    groupScreen,
    connect<MemberView & { labels: typeof words.none }>({
      initial: { ...NO_MEMBER, labels: words.none },
      props: ['groupID', 'userID'],
      view: (state, props, t) => ({
        ...memberView(state, String(props.groupID), String(props.userID), t),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    userID: { type: String, value: '' },
  },
  data: { busy: false },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      if (kit) void loadMember(kit, this.data.groupID, this.data.userID)
    },
  },
  methods: {
    /** Asks with the verb on the button, where there is one, and does it. @returns whether it was done */
    async run(verb: string, call: (kit: Kit) => Promise<Result<void>>): Promise<boolean> {
      const kit = kitOf(this)
      if (!kit || this.data.busy) return false
      if (verb && (await platform.actionSheet([verb])) !== 0) return false
      this.setData({ busy: true })
      const done = succeeded(this, await call(kit))
      this.setData({ busy: false })
      return done
    },
    onCopy() {
      const kit = kitOf(this)
      void platform.copy(this.data.userID).then((copied) => {
        if (copied && kit) platform.toast(kit.t()('profile.copied'))
      })
    },
    onChat() {
      const kit = kitOf(this)
      const conversation = kit && conversationWith(kit, this.data.userID)
      if (conversation && succeeded(this, conversation)) this.openChat(conversation.value, true)
    },
    onAdmin() {
      const { groupID, userID, isAdmin } = this.data
      void this.run('', (kit) => setAdmins(kit, groupID, [userID], !isAdmin))
    },
    async onMute() {
      const t = kitOf(this)?.t()
      if (!t || this.data.busy) return
      const { groupID, userID, muted } = this.data
      const seconds = muted
        ? 0
        : DURATIONS[await platform.actionSheet(DURATIONS.map((length) => durationWords(length, t)))]
      if (seconds !== undefined) await this.run('', (kit) => muteMember(kit, groupID, userID, seconds))
    },
    async onMark() {
      const t = kitOf(this)?.t()
      if (!t) return
      const choice = await platform.actionSheet([t('member.mark'), t('member.unmark')])
      const { groupID, userID } = this.data
      if (choice >= 0) await this.run('', (kit) => markMembers(kit, groupID, [userID], choice === 0))
    },
    async onTransfer() {
      const { groupID, userID, name } = this.data
      const verb = kitOf(this)?.t()('member.transferTo', { name }) ?? ''
      if (await this.run(verb, (kit) => transferGroup(kit, groupID, userID))) this.onBack()
    },
    async onRemove() {
      const { groupID, userID, labels: shown } = this.data
      if (await this.run(shown.remove, (kit) => removeMembers(kit, groupID, [userID]))) this.onBack()
    },
  },
})
