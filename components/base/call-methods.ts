import type { Kit } from '../../core/actions/kit'
import { targetOf, type CallRequest } from '../../core/registry/call-request'
import { callStarter, onCovered } from '../../core/registry/calls'
import { platform } from '../../platform/index'

const stops = new WeakMap<object, () => void>()

/** What `<TUIKit>` hands on to the `<TUICallKit>` beside it. */
export const callMethods = Behavior({
  lifetimes: {
    attached() {
      // Calls are dark, whatever the theme is; so is the status bar over them.
      const colour = (covered: boolean): void => this.colourBar(covered)
      stops.set(this, onCovered(colour))
    },
    detached() {
      stops.get(this)?.()
    },
  },
  methods: {
    /** Calls somebody: `{ userID, type }`, type 1 by voice, 2 by video. Says so where nothing on the page can call. */
    call(request: CallRequest) {
      const starter = callStarter()
      if (starter) starter.start(targetOf(request))
      else platform.toast(this.contactKit()?.t()('callkit.none') ?? '')
    },
    /** Calls members of a group: `{ userIDList, groupID, type }`; without a list it asks whom. */
    groupCall(request: CallRequest) {
      this.call(request)
    },
    /** Both of them, in the form of an event: as hosts of former versions hand it on. */
    handleCall({ detail }: { detail: CallRequest }) {
      this.call(detail)
    },
    /** Gives the status bar the theme of what lies under it. */
    colourBar(_covered: boolean) {
      return
    },
    /** The kit of the component that this is a part of. */
    contactKit(): Kit | undefined {
      return undefined
    },
  },
})
