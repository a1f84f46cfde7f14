/** How much there is in the account that a kit is measured with. */
export interface Account {
  /** Chats in the list, the newest first: with `p0`, `p1`, ... */
  conversations: number
  /** Messages in the history of the first chat. */
  messages: number
  /** The first chat is a live room, without a history. */
  live?: boolean
  /** The picture of everybody. */
  avatar: string
}

/** What the bench does in the phone's realm, where it is `globalThis.bench`. Everything must survive JSON. */
export interface Bench {
  /** Puts the stand-in of the SDK where both kits look for it. */
  logIn(account: Account): void
  /** Puts the kit on the page and starts it, as hosts do; milliseconds until the text is painted. */
  start(text: string): Promise<number>
  /** From the next tap on the time is taken until the text is painted. */
  awaitTap(text: string): void
  /** Milliseconds from that tap until the text was painted. */
  tapped(): Promise<number>
  /** Whether the text is in the page at all. */
  holds(text: string): boolean
  /** Where the text stands on the screen, once it does. */
  place(text: string): Promise<{ x: number; y: number }>
  /** Waits until neither kit nor SDK has had anything to do for a while. */
  settle(): Promise<void>

  /** A message of the peer of the first chat. */
  receive(): void
  /** As many messages, evenly over a second. */
  burst(count: number): Promise<void>
  /** So many messages a second of many people in the live room, for so many seconds; ends with the newest text. */
  flood(perSecond: number, seconds: number): Promise<string>
  /** Milliseconds of the longest task since the last call, 50 at least: the browser tells of no shorter ones. */
  longestTask(): number
  /** The peer has read one message of mine. */
  read(): void
  /** The peer recalls a message. */
  recall(): void
  newest(): string
  /** The newest text of the first chat. */
  newest(): string
  /** The text before the newest of the first chat: the newest stands in the list of chats as well. */
  lastButOne(): string
  /** How often each call of the SDK was made. */
  calls(): Record<string, number>
  /** Calls that the stand-in has refused because it knows nothing of them. */
  unanswered(): string[]

  /** Reads back in the open chat until so many messages were handed out; returns how many. */
  loadHistory(messages: number): Promise<number>
  toTop(): void
  toBottom(): void
  /** Scrolls through the list that is in front, from its start to its end. */
  scrollThrough(): Promise<void>
  /** Elements on the screen and beside it. */
  nodes(): number
}
