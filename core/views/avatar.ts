import { bucket, initial } from '../../utils/text'

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
}

export const avatarView = (url: string, name: string, id: string): AvatarView => ({
  url: PICTURE.test(url) ? url : '',
  text: initial(name) || '?',
  tone: bucket(id, TONES),
})
