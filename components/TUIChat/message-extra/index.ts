import type { DerivedView } from '../../../core/views/row-extras'

const NONE: DerivedView = { id: 'translation', phase: 'loading', text: '' }

/** A translation, or a voice message in words, under its bubble. */
Component({
  properties: {
    extra: { type: Object, value: NONE },
  },
})
