import { loadContacts } from '../../../core/actions/contacts'
import { changeProfile } from '../../../core/actions/people'
import type { Profile } from '../../../core/store/contacts'
import { birthdayOf, myProfileView, NO_PROFILE, type MyProfileView } from '../../../core/views/my-profile'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen, succeeded } from '../screen-behavior'
import { canUpload, uploadPicture } from '../upload-picture'

const words = labels({
  title: 'profile.mine',
  back: 'common.back',
  avatar: 'profile.avatar',
  nick: 'profile.nick',
  userID: 'profile.userID',
  gender: 'profile.gender',
  birthday: 'profile.birthday',
  signature: 'profile.signature',
  allow: 'profile.allow',
  none: 'profile.none',
})

const GENDERS = ['male', 'female', 'unknown'] as const
const ALLOWS = ['any', 'confirm', 'nobody'] as const

/** What the user tells of themselves. */
Component({
  behaviors: [
    contactScreen,
    connect<MyProfileView & { labels: typeof words.none }>({
      initial: { ...NO_PROFILE, labels: words.none },
      view: (state, _props, t) => ({ ...myProfileView(state, t), labels: words.of(t) }),
    }),
  ],
  data: {
    /** The host takes files: the picture can be changed. */
    canUpload: false,
    busy: false,
  },
  lifetimes: {
    attached() {
      this.setData({ canUpload: canUpload() })
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
  },
  methods: {
    async change(change: Partial<Omit<Profile, 'userID'>>) {
      const kit = kitOf(this)
      if (kit) succeeded(this, await changeProfile(kit, change))
    },
    async onAvatar() {
      const kit = kitOf(this)
      if (this.data.busy || !kit) return
      if (!this.data.canUpload) return platform.toast(kit.t()('profile.noUpload'))
      this.setData({ busy: true })
      const picture = await uploadPicture()
      if (picture.ok) await this.change({ avatar: picture.url })
      else if (!picture.cancelled) platform.toast(kit.t()('error.uploadFailed'))
      this.setData({ busy: false })
    },
    onNick() {
      this.go({ type: 'edit', field: 'nick', subject: '' })
    },
    onSignature() {
      this.go({ type: 'edit', field: 'signature', subject: '' })
    },
    async onUserID() {
      const kit = kitOf(this)
      if (kit && (await platform.copy(this.data.userID))) platform.toast(kit.t()('profile.copied'))
    },
    async onGender() {
      const kit = kitOf(this)
      if (!kit) return
      const chosen = GENDERS[await platform.actionSheet(GENDERS.map((gender) => kit.t()(`gender.${gender}`)))]
      if (chosen) await this.change({ gender: chosen === 'unknown' ? '' : chosen })
    },
    async onAllow() {
      const kit = kitOf(this)
      if (!kit) return
      const allow = ALLOWS[await platform.actionSheet(ALLOWS.map((known) => kit.t()(`allow.${known}`)))]
      if (allow) await this.change({ allow })
    },
    onBirthday({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const birthday = birthdayOf(detail.value)
      if (birthday) void this.change({ birthday })
    },
  },
})
