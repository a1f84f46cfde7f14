import type { JsonObject } from '../../json'
import { Limits } from '../../limits'

interface Item {
  readonly seq: number
  readonly wire: JsonObject
  /** Only for these; absent: for everybody. */
  readonly only: readonly string[] | undefined
}

interface Room {
  next: number
  items: Item[]
  /** When each member was last heard of, in milliseconds. */
  readonly polls: Map<string, number>
  readonly since: number
}

/**
 * What happens in live rooms: their clients ask for it several times in a second. Each room keeps the latest items
 * once for all who poll. Nothing of it is durable.
 */
export class LiveRooms {
  private readonly rooms = new Map<string, Room>()

  /** @param only leave out: for everybody in the room */
  add(groupID: string, wire: JsonObject, only?: readonly string[]): void {
    const room = this.room(groupID)
    room.items.push({ seq: room.next, wire, only })
    room.next += 1
    // Not each time: moving the whole list for every message would cost more than a little room.
    if (room.items.length >= 2 * Limits.liveBuffer) room.items = room.items.slice(-Limits.liveBuffer)
  }

  /** Where somebody who comes in now starts to read (`StartSeq`). */
  next(groupID: string): number {
    return this.room(groupID).next
  }

  /**
   * What is there from `start` on.
   * @param userID `undefined` for a guest, who sees what is for everybody
   */
  read(groupID: string, userID: string | undefined, start: number): { next: number; items: JsonObject[] } {
    const room = this.room(groupID)
    if (userID !== undefined) this.hear(groupID, userID)
    const first = room.items[0]?.seq ?? room.next
    const index = Math.max(0, start - first)
    const page = room.items.slice(index, index + Limits.livePoll)
    return {
      next: (page.at(-1)?.seq ?? room.next - 1) + 1,
      items: page.flatMap(({ wire, only }) =>
        !only || (userID !== undefined && only.includes(userID)) ? [wire] : [],
      ),
    }
  }

  /** A member is there. */
  hear(groupID: string, userID: string): void {
    this.room(groupID).polls.set(userID, Date.now())
  }

  /** Whether a member has not been heard of for so long that it will not come back. */
  isLost(groupID: string, userID: string): boolean {
    const room = this.room(groupID)
    return Date.now() - (room.polls.get(userID) ?? room.since) > Limits.liveAbsence * 1000
  }

  leave(groupID: string, userID: string): void {
    this.rooms.get(groupID)?.polls.delete(userID)
  }

  forget(groupID: string): void {
    this.rooms.delete(groupID)
  }

  private room(groupID: string): Room {
    let room = this.rooms.get(groupID)
    // The clock is ahead of every number from before a restart: who was reading then misses nothing.
    const now = Date.now()
    if (!room) this.rooms.set(groupID, (room = { next: now, items: [], polls: new Map(), since: now }))
    return room
  }
}
