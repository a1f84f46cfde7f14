import { TEXT_TOO_LONG } from '../../../core/store/codes'
import { fits } from '../../../core/store/limits'
import { errorText } from '../../../core/views/error-text'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { contactScreen } from '../screen-behavior'
import { FIELDS, type EditField } from './fields'

const words = labels({ back: 'common.back', save: 'common.save' })

/** Changes one text. Event: `saved` with `{ value }`. */
Component({
  behaviors: [
    contactScreen,
    connect<{ title: string; labels: typeof words.none }>({
      initial: { title: '', labels: words.none },
      props: ['field'],
      view: (_state, props, t) => ({
        title: t(FIELDS[(props.field || 'nick') as EditField].title),
        labels: words.of(t),
      }),
    }),
  ],
  properties: {
    field: { type: String, value: '' },
    /** Whose text it is, or of what. */
    of: { type: String, value: '' },
  },
  data: { value: '', multiline: false, problem: '', ready: false, busy: false },
  lifetimes: {
    attached() {
      const kit = kitOf(this)
      const field = this.field()
      if (!kit || !field) return
      this.setData({
        value: field.value(kit.store.get(), this.data.of),
        multiline: field.multiline === true,
        ready: field.optional === true,
      })
    },
  },
  methods: {
    field() {
      return FIELDS[this.data.field as EditField]
    },
    onInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const kit = kitOf(this)
      const field = this.field()
      if (!kit || !field) return
      const { value } = detail
      const fit = fits(value.trim(), field.limit)
      const tooLong = { code: TEXT_TOO_LONG, op: 'updateFriend', retryable: false, cause: '' }
      this.setData({
        value,
        problem: fit ? '' : errorText(tooLong, kit.t()),
        ready: fit && (field.optional === true || value.trim() !== ''),
      })
    },
    async onSave() {
      const kit = kitOf(this)
      const field = this.field()
      const { value, ready, busy } = this.data
      if (!kit || !field || !ready || busy) return
      this.setData({ busy: true, problem: '' })
      const result = await field.save(kit, this.data.of, value)
      this.setData({ busy: false, problem: result.ok ? '' : errorText(result.error, kit.t()) })
      if (result.ok) this.triggerEvent('saved', { value: value.trim() })
    },
  },
})
