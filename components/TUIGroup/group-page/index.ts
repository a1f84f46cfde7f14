import { changeGroupProfile, dismissGroup, loadGroup, quitGroup } from '../../../core/actions/groups'
import type { Kit } from '../../../core/actions/kit'
import { needMembers } from '../../../core/actions/members'
import { isReportHeard, tellReport } from '../../../core/registry/hooks'
import type { JoinOption } from '../../../core/store/contacts'
import type { GroupChange } from '../../../core/store/group-profiles'
import type { Result } from '../../../core/store/types'
import {
  groupPageView,
  NO_GROUP_PAGE,
  type GroupPageView,
  type GroupTextField,
} from '../../../core/views/group-page'
import type { Key } from '../../../locales/index'
import { platform } from '../../../platform/index'
import { chatSettings } from '../../base/chat-settings'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { canUpload, uploadPicture } from '../../TUIContact/upload-picture'
import { groupScreen, succeeded } from '../screen-behavior'
import type { GroupScreen } from '../screens'

const words = labels({
  title: 'chat.info',
  back: 'common.back',
  loading: 'common.loading',
  retry: 'common.retry',
  failed: 'group.failed',
  members: 'member.title',
  name: 'create.name',
  groupID: 'create.id',
  notification: 'group.notification',
  introduction: 'group.introduction',
  join: 'create.rule',
  invite: 'group.inviteRule',
  manage: 'manage.title',
  requests: 'joining.title',
  topics: 'topic.title',
  nameCard: 'group.nameCard',
  search: 'group.searchChat',
  media: 'group.media',
  mute: 'conversation.mute',
  pin: 'profile.pin',
  clear: 'conversation.clear',
  report: 'group.report',
  quit: 'group.quit',
  transferQuit: 'group.transferQuit',
  transfer: 'member.transfer',
  dismiss: 'group.dismiss',
  avatar: 'create.avatar',
  none: 'profile.none',
})

const OPTIONS: readonly JoinOption[] = ['any', 'confirm', 'nobody']

/** Where the rows lead that only open another screen. */
const WAYS: Readonly<Record<string, GroupScreen>> = {
  members: { type: 'members' },
  topics: { type: 'topics' },
  plus: { type: 'add' },
  minus: { type: 'members', purpose: 'remove' },
  manage: { type: 'manage' },
  requests: { type: 'requests' },
  transfer: { type: 'members', purpose: 'owner' },
}

/** What a group is, who is in it, and what may be done with it. Event: `left` when the user is not in it any more. */
Component({
  behaviors: [
    groupScreen,
    chatSettings,
    connect<GroupPageView & { labels: typeof words.none }>({
      initial: { ...NO_GROUP_PAGE, labels: words.none },
      props: ['groupID'],
      view: (state, props, t) => ({
        ...groupPageView(state, String(props.groupID), t),
        labels: words.of(t),
      }),
    }),
  ],
  data: {
    canUpload: false,
    reportable: false,
    busy: false,
    /** The owner wants to leave, and is choosing who will be the owner then. */
    leaving: false,
  },
  observers: {
    active(active: boolean) {
      const kit = kitOf(this)
      if (!this.data.leaving || !active || !kit) return
      this.setData({ leaving: false })
      // The view is brought up to date a moment later.
      const { can } = groupPageView(kit.store.get(), this.data.groupID, kit.t())
      if (can.quit) void this.onQuit()
    },
  },
  lifetimes: {
    attached() {
      this.setData({ canUpload: canUpload(), reportable: isReportHeard() })
      this.load()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (!kit) return
      void loadGroup(kit, this.data.groupID)
      void needMembers(kit, this.chatOf())
    },

    chatOf(): string {
      return `GROUP${this.data.groupID}`
    },

    /** Does one thing at a time, and says what has gone wrong. @returns whether it was done */
    async run(call: (kit: Kit) => Promise<Result<unknown>>): Promise<boolean> {
      const kit = kitOf(this)
      if (!kit || this.data.busy) return false
      this.setData({ busy: true })
      const done = succeeded(this, await call(kit))
      this.setData({ busy: false })
      return done
    },

    change(change: GroupChange): Promise<boolean> {
      return this.run((kit) => changeGroupProfile(kit, this.data.groupID, change))
    },

    /** Asks once, with the verb on the button. */
    async sure(verb: Key): Promise<boolean> {
      const kit = kitOf(this)
      return kit !== undefined && (await platform.actionSheet([kit.t()(verb)])) === 0
    },

    onWay({ currentTarget }: WechatMiniprogram.BaseEvent<object, { way: string }>) {
      const { way } = currentTarget.dataset
      if (way.startsWith('@')) return this.go({ type: 'member', userID: way.slice(1) })
      const screen = WAYS[way]
      if (screen) this.go(screen)
    },
    onText({ currentTarget }: WechatMiniprogram.BaseEvent<object, { field: GroupTextField }>) {
      const { field } = currentTarget.dataset
      // There is nothing to read yet.
      const type = !this.data[field] && this.data.can.edit ? 'edit' : 'text'
      this.go({ type, field, subject: this.data.groupID })
    },
    onEdit({ currentTarget }: WechatMiniprogram.BaseEvent<object, { field: 'groupName' | 'nameCard' }>) {
      this.go({ type: 'edit', field: currentTarget.dataset.field, subject: this.data.groupID })
    },
    async onAvatar() {
      if (!this.data.canUpload || !this.data.can.edit || this.data.busy) return
      const picture = await uploadPicture()
      if (picture.ok) await this.change({ avatar: picture.url })
      else if (!picture.cancelled) platform.toast(kitOf(this)?.t()('error.uploadFailed') ?? '')
    },
    async onCopy() {
      const kit = kitOf(this)
      if (kit && (await platform.copy(this.data.groupID))) platform.toast(kit.t()('profile.copied'))
    },
    async onRule({ currentTarget }: WechatMiniprogram.BaseEvent<object, { rule: 'join' | 'invite' }>) {
      const t = kitOf(this)?.t()
      const { rule } = currentTarget.dataset
      if (!t || !this.data.can[rule]) return
      const option = OPTIONS[await platform.actionSheet(OPTIONS.map((known) => t(`${rule}.${known}`)))]
      if (option) await this.change({ [rule]: option })
    },
    onReport() {
      tellReport(this.chatOf())
    },
    async onQuit() {
      if (!(await this.sure('group.quit'))) return
      if (await this.run((kit) => quitGroup(kit, this.data.groupID))) this.triggerEvent('left')
    },
    onTransferQuit() {
      this.setData({ leaving: true })
      this.go({ type: 'members', purpose: 'owner' })
    },
    async onDismiss() {
      if (!(await this.sure('group.dismiss'))) return
      if (await this.run((kit) => dismissGroup(kit, this.data.groupID))) this.triggerEvent('left')
    },
  },
})
