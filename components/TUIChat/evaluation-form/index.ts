import { MAX_COMMENT, sendEvaluation } from '../../../core/actions/send-evaluation'
import { connect, kitOf } from '../../base/connect'

const SCORES = [1, 2, 3, 4, 5]

/** Judging a service with stars and words, which become a message. Event: `close`. */
Component({
  behaviors: [
    connect({
      initial: { stars: [] as string[], labels: { title: '', close: '', words: '', submit: '' } },
      view: (_state, _props, t) => ({
        stars: SCORES.map((count) => t('evaluation.stars', { count })),
        labels: {
          title: t('evaluation.title'),
          close: t('common.close'),
          words: t('evaluation.words'),
          submit: t('evaluation.submit'),
        },
      }),
    }),
  ],
  properties: {
    conversationID: { type: String, value: '' },
  },
  data: {
    /** 0 until a star was tapped. */
    score: 0,
    comment: '',
    mostWords: MAX_COMMENT,
    /** Height of the keyboard, px: the field stays above it. */
    lift: 0,
  },
  methods: {
    onStar(event: WechatMiniprogram.TouchEvent<object, object, { score: number }>) {
      this.setData({ score: Number(event.currentTarget.dataset.score) })
    },
    onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.data.comment = detail.value
    },
    onKeyboard({ detail }: WechatMiniprogram.CustomEvent<{ height: number }>) {
      this.setData({ lift: detail.height })
    },
    onSubmit() {
      const kit = kitOf(this)
      const { conversationID, score, comment } = this.data
      if (!kit || !score) return
      void sendEvaluation(kit, conversationID, { score, comment })
      this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
