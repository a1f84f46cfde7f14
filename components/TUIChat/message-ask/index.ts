import { messageOf } from '../../../core/actions/find-message'
import {
  answerGroupApplication,
  answerInvitation,
  needGroupApplications,
} from '../../../core/actions/group-applications'
import { loadPeople } from '../../../core/actions/people'
import type { AskView } from '../../../core/kinds/group-notice'
import { profileOf } from '../../../core/store/contacts'
import { SYSTEM_CONVERSATION } from '../../../core/store/conversation-id'
import { askStanding, type AskStanding } from '../../../core/views/ask'
import { findGroupApplication } from '../../../core/views/group-applications'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { succeeded } from '../../base/screen'

const words = labels({ accept: 'joining.accept', refuse: 'joining.refuse' })

const NONE: AskView = { title: '', words: '', application: '', message: '' }

/** The body of a notice that waits for an answer: who asks for what, and the two answers or what became of it. */
Component({
  behaviors: [
    connect<AskStanding & { labels: typeof words.none }>({
      initial: { title: '', open: false, state: '', labels: words.none },
      props: ['ask'],
      view: (state, { ask }, t) => ({ ...askStanding(state, ask as AskView, t), labels: words.of(t) }),
    }),
  ],
  properties: {
    ask: { type: Object, value: NONE },
  },
  data: { busy: '' as '' | 'accept' | 'refuse' },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      const { application, invites } = this.data.ask
      if (!kit || !application) return
      void needGroupApplications(kit)
      if (invites && !profileOf(kit.store.get().contacts, invites.userID))
        void loadPeople(kit, [invites.userID])
    },
  },
  methods: {
    onAccept() {
      void this.answer('accept')
    },
    onRefuse() {
      void this.answer('refuse')
    },
    async answer(verb: 'accept' | 'refuse') {
      const kit = kitOf(this)
      const { ask, busy } = this.data
      if (!kit || busy) return
      const accepted = verb === 'accept'
      const application = findGroupApplication(kit.store.get(), ask.application)
      const notice = messageOf(kit, SYSTEM_CONVERSATION, ask.message)
      this.setData({ busy: verb })
      if (application) succeeded(this, await answerGroupApplication(kit, application, accepted))
      else if (notice && !ask.application) succeeded(this, await answerInvitation(kit, notice, accepted))
      this.setData({ busy: '' })
    },
  },
})
