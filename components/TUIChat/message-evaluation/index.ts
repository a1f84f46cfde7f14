import type { EvaluationView } from '../../../core/kinds/evaluation'

const NONE: EvaluationView = { title: '', stars: [], label: '', comment: '' }

/** The body of a rating: stars and what was said with them. */
Component({
  properties: {
    evaluation: { type: Object, value: NONE },
  },
})
