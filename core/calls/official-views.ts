import { record, text } from '../../utils/read'
import type { CallViews } from './engine'
import type { Handler } from './official-api'

/** What Tencent's engine wants to be drawn: it waits until that is done. */
export interface OfficialViews {
  get(): CallViews
  /** The pusher has to be there before the engine enters the room. */
  open(): void
  close(): void
  /** By the names of the engine's events. */
  readonly handlers: Readonly<Record<string, Handler>>
}

const NOTHING: CallViews = { pusher: null, players: [] }

const done = (data: unknown): void => {
  const { callback } = record(data)
  if (typeof callback === 'function') (callback as () => void)()
}

/** @param changed called when there is something else to be drawn */
export function createOfficialViews(changed: () => void): OfficialViews {
  let views = NOTHING
  const show = (next: CallViews): void => {
    views = next
    changed()
  }

  function player(data: unknown): void {
    const { playerAttributes, view } = record(data)
    const attributes = record(playerAttributes)
    const id = text(attributes.id) || text(view)
    if (!id) return
    const others = views.players.filter((known) => known.id !== id)
    const userID = text(attributes.userID) || id.slice(0, id.lastIndexOf('_'))
    const drawn = attributes.hasVideo || attributes.hasAudio || attributes.src
    show({ ...views, players: drawn ? [...others, { id, userID, attributes }] : others })
  }

  const handle =
    (draw: Handler): Handler =>
    (data) => {
      if (views.pusher) draw(data)
      done(data)
    }

  return {
    get: () => views,
    open: () => show({ pusher: { mode: 'RTC' }, players: [] }),
    close: () => show(NOTHING),
    handlers: {
      pusherAttributesChange: handle((data) =>
        show({ ...views, pusher: { mode: 'RTC', ...record(record(data).pusher) } }),
      ),
      playerAttributesChange: handle(player),
      playerAudioRouteChange: handle((data) => {
        const { soundMode } = record(data)
        const players = views.players.map((known) => ({
          ...known,
          attributes: { ...known.attributes, soundMode },
        }))
        show({ ...views, players })
      }),
    },
  }
}
