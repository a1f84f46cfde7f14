import type { CallTile } from './view'

type Place = Pick<CallTile, 'place' | 'style'>

/** `alone`: only the large one is seen. */
export type Layout = 'grid' | 'pair' | 'alone' | 'away'

const AWAY: Place = { place: 'away', style: '' }

/** Of the whole width. */
const WHOLE = 100

const columnsOf = (count: number): number => (count <= 1 ? 1 : count <= 4 ? 2 : 3)

/** Squares in lines from the top; what is left over stands in the middle of the last line. */
function gridPlace(at: number, count: number): Place {
  const columns = columnsOf(count)
  const size = WHOLE / columns
  const row = Math.floor(at / columns)
  const inRow = Math.min(columns, count - row * columns)
  const left = (at % columns) * size + ((columns - inRow) * size) / 2
  const round = (value: number): string => `${Math.round(value * 100) / 100}vw`
  return {
    place: 'grid',
    style: `left: ${round(left)}; top: ${round(row * size)}; width: ${round(size)}; height: ${round(size)}`,
  }
}

/**
 * Where each picture stands. What is not seen stays on the page: an element that is taken off leaves the room.
 * @param ids the user first
 */
export function placesOf(sight: {
  ids: readonly string[]
  layout: Layout
  large: string
  minimised: boolean
}): Place[] {
  const { ids, layout, large, minimised } = sight
  const big = ids.includes(large) ? large : (ids[0] ?? '')
  return ids.map((id, at) => {
    if (layout === 'away') return AWAY
    if (layout === 'grid') return minimised ? AWAY : gridPlace(at, ids.length)
    if (id === big) return { place: 'large', style: '' }
    return minimised || layout === 'alone' ? AWAY : { place: 'small', style: '' }
  })
}
