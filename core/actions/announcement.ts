import { announcementMark } from '../store/group-profiles'
import type { Kit } from './kit'

const KEY = 'tuikit.announcements'
/** About 3 KB. */
const MOST = 100

type Seen = [group: string, text: number]

const isSeen = (value: unknown): value is Seen =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'

const groupKey = (kit: Kit, groupID: string): string => `${kit.store.get().session.userID}/${groupID}`

function seen(kit: Kit): Seen[] {
  const kept = kit.memory.read(KEY)
  return Array.isArray(kept) ? kept.filter(isSeen) : []
}

/** The announcement of a group that the user has taken away, by its mark. */
export const seenAnnouncement = (kit: Kit, groupID: string): number | undefined => {
  const key = groupKey(kit, groupID)
  return seen(kit).find(([known]) => known === key)?.[1]
}

/** Takes a group's announcement off its chat, until there is another one. */
export function closeAnnouncement(kit: Kit, groupID: string): void {
  const entry = kit.store.get().groups[groupID]
  if (!entry?.profile) return
  const mark = announcementMark(entry.profile.notification)
  const key = groupKey(kit, groupID)
  const others = seen(kit).filter(([known]) => known !== key)
  kit.memory.write(KEY, [[key, mark], ...others].slice(0, MOST))
  kit.store.set(({ groups }) => ({ groups: { ...groups, [groupID]: { ...entry, seen: mark } } }))
}
