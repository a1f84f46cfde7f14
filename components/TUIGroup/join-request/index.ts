import { answerGroupApplication } from '../../../core/actions/group-applications'
import {
  findGroupApplication,
  groupApplicationView,
  type GroupApplicationView,
} from '../../../core/views/group-applications'
import { errorText } from '../../../core/views/error-text'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen } from '../screen-behavior'

const words = labels({
  title: 'joining.detail',
  back: 'common.back',
  answer: 'joining.answer',
  hint: 'joining.answerHint',
  accept: 'joining.accept',
  refuse: 'joining.refuse',
})

const NONE: GroupApplicationView = {
  id: '',
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  note: '',
  open: false,
  state: '',
  idLine: '',
  words: '',
}

/** One who asks to come into a group, with all that they write, and an answer with words. */
Component({
  behaviors: [
    groupScreen,
    connect<GroupApplicationView & { labels: typeof words.none }>({
      initial: { ...NONE, labels: words.none },
      props: ['requestID'],
      view: (state, props, t) => ({
        ...(groupApplicationView(state, String(props.requestID), t) ?? NONE),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    /** The id of its row. */
    requestID: { type: String, value: '' },
  },
  data: { reply: '', problem: '', busy: '' as '' | 'accept' | 'refuse' },
  methods: {
    onInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reply: detail.value, problem: '' })
    },
    onAccept() {
      void this.answer('accept')
    },
    onRefuse() {
      void this.answer('refuse')
    },
    async answer(verb: 'accept' | 'refuse') {
      const kit = kitOf(this)
      const application = kit && findGroupApplication(kit.store.get(), this.data.requestID)
      if (!application || this.data.busy) return
      this.setData({ busy: verb, problem: '' })
      const reply = this.data.reply.trim()
      const result = await answerGroupApplication(kit, application, verb === 'accept', reply)
      this.setData({ busy: '', problem: result.ok ? '' : errorText(result.error, kit.t()) })
      if (result.ok) this.onBack()
    },
  },
})
