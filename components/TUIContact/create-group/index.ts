import { loadContacts } from '../../../core/actions/contacts'
import { createGroup } from '../../../core/actions/start-group'
import type { GroupType, JoinOption } from '../../../core/store/contacts'
import { createView, NO_CREATE, type CreateView } from '../../../core/views/create-group'
import { errorText } from '../../../core/views/error-text'
import { GROUP_TYPES } from '../../../core/views/groups'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'
import { canUpload, uploadPicture } from '../upload-picture'

const words = labels({
  title: 'group.create',
  back: 'common.back',
  name: 'create.name',
  avatar: 'create.avatar',
  members: 'create.members',
  type: 'create.type',
  rule: 'create.rule',
  groupID: 'create.id',
  groupIDHint: 'create.idHint',
  submit: 'create.submit',
})

/** Creates a group. */
Component({
  behaviors: [
    contactScreen,
    connect<CreateView & { labels: typeof words.none }>({
      initial: { ...NO_CREATE, labels: words.none },
      props: ['name', 'type', 'rule', 'members', 'avatar'],
      view: (state, props, t) => ({
        ...createView(
          state.contacts,
          {
            name: String(props.name),
            type: props.type as GroupType,
            rule: props.rule as JoinOption | '',
            members: props.members as string[],
            avatar: String(props.avatar),
          },
          t,
        ),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** User IDs that were chosen on the screen that has just been left. */
    picked: { type: Array, value: [] as string[] },
    /** Goes up with each choice. */
    picks: { type: Number, value: 0 },
  },
  data: {
    name: '',
    type: 'work',
    /** Empty: what is usual for the type. */
    rule: '',
    groupID: '',
    avatar: '',
    members: [] as string[],
    canUpload: false,
    problem: '',
    busy: false,
  },
  observers: {
    picks(count: number) {
      if (count) this.setData({ members: [...this.data.picked], problem: '' })
    },
  },
  lifetimes: {
    attached() {
      this.setData({ canUpload: canUpload() })
      const kit = kitOf(this)
      if (kit) void loadContacts(kit)
    },
  },
  methods: {
    onInput({ detail }: WechatMiniprogram.CustomEvent<{ name: 'name' | 'groupID'; value: string }>) {
      this.setData({ [detail.name]: detail.value, problem: '' })
    },
    onType({ detail }: WechatMiniprogram.CustomEvent<{ id: GroupType }>) {
      this.setData({ type: detail.id, rule: '', problem: '' })
    },
    onMembers() {
      this.go({ type: 'pick', chosen: this.data.members })
    },
    async onRule() {
      const kit = kitOf(this)
      const { rules = [] } = GROUP_TYPES.find(({ type }) => type === this.data.type) ?? {}
      if (!kit || !rules.length) return
      const rule = rules[await platform.actionSheet(rules.map((known) => kit.t()(`join.${known}`)))]
      if (rule) this.setData({ rule })
    },
    async onAvatar() {
      const picture = await uploadPicture()
      if (picture.ok) this.setData({ avatar: picture.url })
      else if (!picture.cancelled) platform.toast(kitOf(this)?.t()('error.uploadFailed') ?? '')
    },
    async onSubmit() {
      const kit = kitOf(this)
      const { type, rule, groupID, avatar, members, finalName, hasMembers, busy } = this.data
      if (!kit || busy || !finalName) return
      this.setData({ busy: true, problem: '' })
      const result = await createGroup(kit, {
        name: finalName,
        type: type as GroupType,
        groupID,
        avatar,
        ...(rule && { join: rule as JoinOption }),
        userIDs: hasMembers ? members : [],
      })
      this.setData({ busy: false, problem: result.ok ? '' : errorText(result.error, kit.t()) })
      if (result.ok) this.openChat(result.value, true)
    },
  },
})
