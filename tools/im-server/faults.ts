import type { ActiveFault, FaultPoint, FaultRule, FrameRule } from './fault-rule'
import type { JsonObject } from './json'
import { Limits } from './limits'

/** A frame on its way to a client. */
export interface OutgoingFrame {
  readonly kind: 'reply' | 'push'
  readonly servcmd: string
  readonly body: JsonObject
}

/** What passes: one frame of one socket. */
export interface Passage {
  readonly on: FaultPoint
  /** Empty before the login. */
  readonly userID: string
  readonly command: string
  /** The socket. */
  readonly client: object
}

interface Entry {
  readonly id: string
  rule: FaultRule
  /** The sockets that a `half-open` has hit. */
  readonly dead: WeakSet<object>
}

type Direction = 'in' | 'out'

/** Faults on demand, for tests: what goes wrong between the server and its clients. */
export class Faults {
  /** Holds back every frame to every client for so many milliseconds; 0 ends it. */
  delay = 0
  /** Told of each fault that strikes. */
  onStrike: (passage: Passage, fault: ActiveFault) => void = () => undefined

  private readonly entries = new Map<string, Entry>()
  private readonly held: Record<Direction, Map<object, () => void>> = { in: new Map(), out: new Map() }
  /** Sockets that are closed: what was delayed for them is not carried out any more. */
  private readonly gone = new WeakSet<object>()
  private added = 0

  /** @returns the ID to remove it with */
  add(rule: FaultRule): string {
    this.added += 1
    const id = String(this.added)
    this.entries.set(id, { id, rule, dead: new WeakSet() })
    return id
  }

  /** @returns false if there is no such fault (any more) */
  remove(id: string): boolean {
    return this.entries.delete(id)
  }

  clear(): void {
    this.entries.clear()
  }

  /** In the order in which they were added, which is the order in which they are tried. */
  list(): ActiveFault[] {
    return [...this.entries.values()].map(({ id, rule }) => ({ ...rule, id }))
  }

  /**
   * A request that came from a client.
   * @param proceed carries it out; may be called later, twice, or not at all
   * @param refuse answers it with an error
   */
  incoming(passage: Passage, proceed: () => void, refuse: (code: number, info: string) => void): void {
    if (this.idle('in')) return proceed()
    const rule = this.strike(passage)
    if (rule?.action === 'error') refuse(rule.code, rule.info ?? 'a fault on demand')
    else this.pass('in', passage, rule, proceed)
  }

  /** The error that an answer is to be replaced by. The other faults are for {@link outgoing}. */
  replyError(passage: Passage): { code: number; info: string } | undefined {
    if (this.entries.size === 0) return undefined
    const rule = this.strike(passage, (candidate) => candidate.action === 'error')
    return rule?.action === 'error' ? { code: rule.code, info: rule.info ?? 'a fault on demand' } : undefined
  }

  /** @param write puts the frame on the socket; may be called later, twice, or not at all */
  outgoing(passage: Passage, write: () => void): void {
    if (this.idle('out')) return write()
    const rule = this.strike(passage, (candidate) => candidate.action !== 'error')
    this.pass('out', passage, rule, () => {
      if (this.delay > 0) setTimeout(write, this.delay).unref()
      else write()
    })
  }

  /** After how many bytes the upload that begins now is to be cut; `undefined`: not at all. */
  takeUploadFault(userID: string | undefined): number | undefined {
    for (const entry of this.entries.values()) {
      const { rule } = entry
      if (rule.action !== 'cut-upload' || (rule.userID ?? userID) !== userID) continue
      this.countDown(entry)
      return rule.atByte
    }
    return undefined
  }

  /** The socket is gone: what was held back for it is forgotten. */
  forget(client: object): void {
    this.gone.add(client)
    this.held.in.delete(client)
    this.held.out.delete(client)
  }

  private idle(direction: Direction): boolean {
    return this.entries.size === 0 && this.delay === 0 && this.held[direction].size === 0
  }

  private pass(direction: Direction, { client }: Passage, rule: FaultRule | undefined, go: () => void): void {
    switch (rule?.action) {
      case 'drop':
      case 'half-open':
        return
      case 'delay':
        setTimeout(() => {
          if (!this.gone.has(client)) go()
        }, rule.delay).unref()
        return
      case 'reorder':
        return this.hold(direction, client, go)
      case 'duplicate':
        go()
        break
    }
    go()
    this.release(direction, client)
  }

  /** Keeps a frame until the next one has passed. */
  private hold(direction: Direction, client: object, go: () => void): void {
    this.release(direction, client)
    this.held[direction].set(client, go)
    setTimeout(() => {
      if (this.held[direction].get(client) === go) this.release(direction, client)
    }, Limits.reorderWaitMs).unref()
  }

  private release(direction: Direction, client: object): void {
    const go = this.held[direction].get(client)
    this.held[direction].delete(client)
    go?.()
  }

  /** The first rule that hits; it is counted. */
  private strike(
    passage: Passage,
    eligible: (rule: FaultRule) => boolean = () => true,
  ): FaultRule | undefined {
    for (const entry of this.entries.values()) {
      const { rule } = entry
      if (!eligible(rule) || !this.hits(entry, passage)) continue
      if (rule.action === 'half-open') {
        if (entry.dead.has(passage.client)) return rule
        entry.dead.add(passage.client)
      }
      this.onStrike(passage, { ...rule, id: entry.id })
      this.countDown(entry)
      return rule
    }
    return undefined
  }

  private hits({ rule, dead }: Entry, passage: Passage): boolean {
    if (rule.action === 'cut-upload') return false
    if (rule.action === 'half-open' && dead.has(passage.client)) return true
    if (rule.times === 0 || (rule.userID ?? passage.userID) !== passage.userID) return false
    return rule.action === 'half-open' || hitsFrame(rule, passage)
  }

  private countDown(entry: Entry): void {
    if (entry.rule.times === undefined) return
    entry.rule = { ...entry.rule, times: entry.rule.times - 1 }
    // A half-open one goes on for the sockets that it has hit.
    if (entry.rule.times === 0 && entry.rule.action !== 'half-open') this.entries.delete(entry.id)
  }
}

function hitsFrame({ on, command = '' }: FrameRule, passage: Passage): boolean {
  return on === passage.on && (command === '' || command === passage.command)
}
