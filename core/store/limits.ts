import { utf8Length } from '../../utils/text'

/** What Tencent's servers take, in bytes of UTF-8. */
export const LIMITS = {
  remark: 96,
  wording: 256,
  groupWording: 300,
  nick: 500,
  signature: 500,
  friendGroup: 30,
  groupName: 100,
  groupID: 48,
  groupIntroduction: 400,
  groupNotification: 400,
  nameCard: 50,
} as const

export const fits = (text: string, field: keyof typeof LIMITS): boolean =>
  // A character has one byte at least: what is far too long is not counted.
  text.length <= LIMITS[field] && utf8Length(text) <= LIMITS[field]
