import { stackedScreen } from '../base/screen'
import type { ContactScreen } from './screens'

export { succeeded } from '../base/screen'

/** What all screens of the contacts have: the way to others and back. */
export const contactScreen = Behavior({
  behaviors: [stackedScreen],
  methods: {
    go(screen: ContactScreen) {
      this.triggerEvent('go', { screen })
    },
  },
})
