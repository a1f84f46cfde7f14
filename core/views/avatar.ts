import { bucket, initial } from '../../utils/text'
import type { Face } from '../store/faces'

/** As many as there is room for. */
const MOST_FACES = 9

/** How many avatar colours there are in the tokens. */
const TONES = 8

/** Addresses that a picture can come from. A peer chooses this string: everything else is no picture. */
const PICTURE = /^(https?:\/\/|data:image\/(png|jpe?g|gif|webp);base64,|wxfile:|\/)/i

export interface AvatarView {
  url: string
  /** Shown while there is no picture. */
  text: string
  /** 0 to 7, the same for the same ID on every phone. */
  tone: number
  /** Of a group without a picture: those of its first members, in lines from the top. */
  lines?: AvatarLine[]
  /** With `lines`: how many stand in a full line. */
  wide?: number
  /** Instead of all that: the name of an icon. */
  icon?: string
}

export interface AvatarLine {
  id: string
  tiles: AvatarTile[]
}

/** One member in the picture of a group. */
export type AvatarTile = Pick<AvatarView, 'url' | 'text' | 'tone'> & {
  /** Its place. */
  id: string
}

export const avatarView = (url: string, name: string, id: string): AvatarView => ({
  url: PICTURE.test(url) ? url : '',
  text: initial(name) || '?',
  tone: bucket(id, TONES),
})

/** How many members stand in each line, from the top; the first one has what is left over. */
function linesFor(count: number, wide: number): number[] {
  const lines = Array.from({ length: Math.floor(count / wide) }, () => wide)
  return count % wide ? [count % wide, ...lines] : lines
}

/** The picture of a group, composed of its members while it has none of its own. */
export function groupAvatarView(
  url: string,
  name: string,
  id: string,
  faces: readonly Face[] = [],
): AvatarView {
  const plain = avatarView(url, name, id)
  // One face alone would look like a person.
  if (plain.url || faces.length < 2) return plain
  const count = Math.min(faces.length, MOST_FACES)
  const wide = count > 4 ? 3 : 2
  let at = 0
  const lines = linesFor(count, wide).map((length, line) => ({
    id: `l${line}`,
    tiles: faces.slice(at, (at += length)).map((face, column) => ({
      id: `t${at - length + column}`,
      ...avatarView(face.avatar, face.name, face.userID),
    })),
  }))
  return { ...plain, lines, wide }
}
