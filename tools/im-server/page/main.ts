import { showFaults, showSend } from './actions'
import { byID } from './dom'
import { showFrames } from './frames'
import { showPeople } from './people'

/** Presence and groups change without a frame that says so here. */
const REFRESH_MS = 3000

byID('address').textContent = `ws://${location.host}`
const refreshPeople = showPeople()
const refreshFaults = showFaults()
showSend()
showFrames(({ kind }) => {
  refreshPeople()
  if (kind === 'fault') refreshFaults()
})
setInterval(refreshPeople, REFRESH_MS)
