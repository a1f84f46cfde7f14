import type { TracedFrame } from '../trace'
import { byID, fieldsOf, make } from './dom'
import { jsonTree } from './json-tree'

type Frame = TracedFrame & { time: number }

/** How many frames stay on the page. */
const KEPT = 500
const MARKS = { request: '→', reply: '←', push: '⇐', fault: '✗' }
const QUIET = new Set(['heartbeat.alive', 'im_open_status.wshello', 'openim.ws_msg_push_ack'])

function entry({ kind, time, userID, servcmd, body, unknown }: Frame): HTMLElement {
  const clock = new Date(time).toLocaleTimeString('en-GB')
  const details = make(
    'details',
    {},
    make(
      'summary',
      { class: unknown ? 'unknown' : kind },
      make('time', {}, `${clock}.${String(time % 1000).padStart(3, '0')} `),
      make('span', { title: kind }, `${MARKS[kind]} `),
      `${userID || '–'} ${servcmd}${unknown ? ' (unknown)' : ''}`,
    ),
  )
  details.addEventListener(
    'toggle',
    () => {
      const tree = jsonTree(body)
      if (tree instanceof HTMLDetailsElement) tree.open = true
      details.append(tree)
    },
    { once: true },
  )
  return make('li', {}, details)
}

/** Shows the frames as they pass. @param onFrame told of each, shown or not */
export function showFrames(onFrame: (frame: Frame) => void): void {
  const list = byID('frames')
  const filter = byID<HTMLFormElement>('frame-filter')
  const pause = byID('pause')
  const state = byID('state')
  let frames: Frame[] = []
  let paused = false

  function wanted({ userID, servcmd }: Frame): boolean {
    const { user = '', command = '', quiet } = fieldsOf(filter)
    if (quiet !== undefined && QUIET.has(servcmd)) return false
    return (user.trim() === '' || user.trim() === userID) && servcmd.includes(command.trim())
  }

  function show(added: Frame[]): void {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40
    list.append(...added.filter(wanted).map(entry))
    while (list.childElementCount > KEPT) list.firstElementChild?.remove()
    if (atEnd) list.scrollTop = list.scrollHeight
  }

  function showAll(): void {
    list.replaceChildren()
    show(frames)
  }

  const source = new EventSource('/control/trace')
  source.onopen = () => (state.textContent = 'connected')
  source.onerror = () => (state.textContent = 'no connection, trying again')
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const frame = JSON.parse(data) as Frame
    onFrame(frame)
    frames = [...frames.slice(1 - KEPT), frame]
    if (!paused) show([frame])
  }

  filter.addEventListener('input', showAll)
  filter.addEventListener('submit', (event) => event.preventDefault())
  pause.addEventListener('click', () => {
    paused = !paused
    pause.setAttribute('aria-pressed', String(paused))
    pause.textContent = paused ? 'Go on' : 'Pause'
    if (!paused) showAll()
  })
  byID('clear').addEventListener('click', () => {
    frames = []
    list.replaceChildren()
  })
}
