import type { NavigateDetail } from './host-api'

/** What of the root's data decides that. */
interface Places {
  started: boolean
  chatID: string
  leaving: boolean
  contactScreen: string
  contactLeaving: boolean
  groupID: string
  groupLeaving: boolean
  personID: string
  personLeaving: boolean
}

function frontOf(places: Places): NavigateDetail {
  const conversationID = places.leaving ? '' : places.chatID
  const screen =
    places.personID && !places.personLeaving
      ? 'person'
      : places.groupID && !places.groupLeaving
        ? 'group'
        : conversationID
          ? 'chat'
          : places.contactScreen && !places.contactLeaving
            ? 'contact'
            : 'list'
  return { screen, conversationID }
}

/** Tells the host which screen is in front, whenever that changes: `navigate` with a {@link NavigateDetail}. */
export const navigation = Behavior({
  data: {
    /** What the host was told last. */
    front: { screen: '', conversationID: '' },
  },
  observers: {
    'started, chatID, leaving, contactScreen, contactLeaving, groupID, groupLeaving, personID, personLeaving'() {
      this.tellPlace()
    },
  },
  methods: {
    tellPlace() {
      const places = this.data as unknown as Places
      const { front } = this.data
      const now = frontOf(places)
      if (!places.started || (front.screen === now.screen && front.conversationID === now.conversationID))
        return
      this.setData({ front: now })
      this.triggerEvent('navigate', now)
    },
  },
})
