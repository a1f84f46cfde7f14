import { screenStack } from '../base/screen-stack'
import { FIRST_SCREENS, type FirstScreen } from './first-screens'
import type { ContactScreen } from './screens'

/**
 * Friends, groups, and the ways to new ones: a stack of screens, each of which slides over the one before.
 * Property `screen` says which one is the first. Method `stepBack()`.
 * Events: `open` with `{ conversationID, done }`, `back` from the first screen, `depth` with `{ depth }` when a screen
 * comes or goes.
 */
Component({
  behaviors: [screenStack],
  properties: {
    /** The first screen: {@link FIRST_SCREENS}. */
    screen: { type: String, value: 'contacts' },
    /** Somebody's user ID: their profile is the first screen instead. */
    userID: { type: String, value: '' },
  },
  data: { noFilters: {} },
  observers: {
    'screen, userID'() {
      if (this.data.stack.length) this.begin()
    },
  },
  methods: {
    firstScreen(): ContactScreen {
      const { userID } = this.data
      if (userID) return { type: 'person', userID }
      const type = FIRST_SCREENS.includes(this.data.screen as FirstScreen) ? this.data.screen : 'contacts'
      return { type: type as FirstScreen }
    },

    onSaved({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { stack } = this.data
      const front = stack[stack.length - 1] as ContactScreen | undefined
      const below = stack.length - 2
      // The label is known by its name.
      if (front?.type === 'edit' && front.field === 'label')
        this.setData({ [`stack[${below}].name`]: detail.value })
      this.onBack()
    },
  },
})
