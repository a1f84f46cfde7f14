import { screenStack } from '../base/screen-stack'
import type { GroupScreen } from './screens'

/**
 * A group: what it is, who is in it, and what may be done with it, as a stack of screens.
 * Properties `groupID`, and `screen`: which one is the first, `group`, `notification` (its announcement),
 * `requests` (who asks to come in) or `topics` (of a community).
 * Method `stepBack()`.
 * Events: `open` with `{ conversationID, done }`, `back` from the first screen, `left` with `{ groupID }` when the user
 * has left or dismissed it, `person` with `{ userID }` to see somebody's profile, `depth` with `{ depth }` when a screen
 * comes or goes.
 */
Component({
  behaviors: [screenStack],
  properties: {
    groupID: { type: String, value: '' },
    /** The first screen: `group`, `notification`, `requests` or `topics`. */
    screen: { type: String, value: 'group' },
  },
  observers: {
    'groupID, screen'() {
      if (this.data.stack.length) this.begin()
    },
  },
  methods: {
    firstScreen(): GroupScreen {
      const { screen } = this.data
      if (screen === 'requests' || screen === 'topics') return { type: screen }
      return screen === 'notification' ? { type: 'text', field: 'notification' } : { type: 'group' }
    },

    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ userID: string }>) {
      this.triggerEvent('person', detail)
    },

    onLeft() {
      this.triggerEvent('left', { groupID: this.data.groupID })
    },
  },
})
