import { mediaUrl } from '../../utils/read'

/** One sticker: a picture, or an emoji that is drawn large. */
export interface Sticker {
  /** What is sent: `data` of the SDK's face message. */
  id: string
  /** What it shows, in a word: for screen readers, and for previews. */
  name: string
  /** Address of its picture; the host must own it or have a licence. */
  url?: string
  /** Unicode, instead of a picture. */
  emoji?: string
}

/** A tab of stickers. */
export interface StickerPack {
  /** What is sent: `index` of the SDK's face message. Unlike that of every other pack. */
  index: number
  name: string
  stickers: readonly Sticker[]
}

let packs: readonly StickerPack[] = []

/**
 * Adds a pack, for the panel and for messages that are shown; one with the same `index` takes its place.
 * @returns the function that removes it
 */
export function registerStickers(pack: StickerPack): () => void {
  packs = [...packs.filter(({ index }) => index !== pack.index), pack]
  return () => {
    packs = packs.filter((one) => one !== pack)
  }
}

/** Every pack, in the order in which they were added. */
export const stickerPacks = (): readonly StickerPack[] => packs

/** What the native kits put behind names, for pictures of another density. */
const DENSITY = /@2x$/

/** @returns `undefined` for a sticker of nobody's pack */
export function findSticker(index: number, data: string): Sticker | undefined {
  const id = data.replace(DENSITY, '')
  const found = packs
    .find((pack) => pack.index === index)
    ?.stickers.find((sticker) => sticker.id.replace(DENSITY, '') === id)
  return found && (mediaUrl(found.url) || found.emoji) ? found : undefined
}
