/** How long a profile takes to slide away, ms: the same as in the stylesheet. */
const SLIDE_MS = 250

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()

function stopTimer(component: object): void {
  const timer = timers.get(component)
  if (timer) clearTimeout(timer)
}

/** What `<TUIKit>` has to do with somebody's profile over a chat or a group: contacts that begin with it. */
export const personLayer = Behavior({
  data: {
    /** User ID of whose profile lies over everything else; empty while there is none. */
    personID: '',
    personLeaving: false,
  },
  lifetimes: {
    detached() {
      stopTimer(this)
    },
  },
  methods: {
    /** Opens the profile of somebody over what is there. */
    openPerson(userID: string) {
      if (!userID) return
      stopTimer(this)
      this.setData({ personID: userID, personLeaving: false })
    },

    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ userID: string }>) {
      this.openPerson(detail.userID)
    },

    isPersonOpen(): boolean {
      return this.data.personID !== '' && !this.data.personLeaving
    },

    /** One step back from the profile. @returns whether there was one */
    leavePerson(): boolean {
      if (!this.isPersonOpen()) return false
      const person = this.selectComponent('#person') as { stepBack?: () => boolean } | null
      if (!person?.stepBack?.()) this.closePerson()
      return true
    },

    closePerson() {
      if (!this.isPersonOpen()) return
      this.setData({ personLeaving: true })
      stopTimer(this)
      timers.set(
        this,
        setTimeout(() => this.dropPerson(), SLIDE_MS),
      )
    },

    dropPerson() {
      stopTimer(this)
      if (this.data.personID) this.setData({ personID: '', personLeaving: false })
    },
  },
})
