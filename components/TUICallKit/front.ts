import type { Kit } from '../../core/actions/kit'

/** One `<TUICallKit>` on a page; there may be several pages. */
export interface Place {
  readonly kit: Kit
  /** Only the one in front shows the call: two would send the same camera twice. */
  setFront(front: boolean): void
}

interface Places {
  /** In the order of coming. */
  readonly list: Place[]
  /** The one that a call began on; it stays there. */
  holder?: Place
}

const known = new WeakMap<Kit, Places>()

const placesOf = ({ kit }: Place): Places => {
  const places = known.get(kit) ?? { list: [] }
  known.set(kit, places)
  return places
}

const newest = ({ list }: Places): Place | undefined => list[list.length - 1]

function tell(places: Places): void {
  const front = places.holder ?? newest(places)
  for (const place of [...places.list]) place.setFront(place === front)
}

/** @param on there is a call already */
export function come(place: Place, on: boolean): void {
  const places = placesOf(place)
  if (on) places.holder ??= newest(places)
  places.list.push(place)
  tell(places)
}

export function go(place: Place): void {
  const places = placesOf(place)
  places.list.splice(places.list.indexOf(place), 1)
  if (places.holder === place) places.holder = undefined
  tell(places)
}

/** There is a call, or there is none any more. */
export function hold(place: Place, on: boolean): void {
  const places = placesOf(place)
  const next = on ? (places.holder ?? newest(places)) : undefined
  if (next === places.holder) return
  places.holder = next
  tell(places)
}
