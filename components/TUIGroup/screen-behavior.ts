import { stackedScreen } from '../base/screen'
import type { GroupScreen } from './screens'

export { succeeded } from '../base/screen'

/** What all screens of a group have: whose they are, and the way to others. */
export const groupScreen = Behavior({
  behaviors: [stackedScreen],
  properties: {
    groupID: { type: String, value: '' },
  },
  methods: {
    go(screen: GroupScreen) {
      this.triggerEvent('go', { screen })
    },
  },
})
