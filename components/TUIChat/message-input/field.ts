import {
  askWhom,
  composerOf,
  dropQuote,
  endEditing,
  putInFront,
  sendComposer,
  writeText,
} from '../../../core/actions/composer'
import type { Kit } from '../../../core/actions/kit'
import { openOverlay } from '../../../core/actions/overlays'
import { endTyping, tellTyping } from '../../../core/actions/typing'
import { asksForName } from '../../../core/store/composing'
import type { Composer } from '../../../core/store/state'
import { dropLastCharacter, readsFromRight } from '../../../utils/text'

/** What the field shows; `cursor` is set only when it has to move. */
export interface Shown {
  text: string
  /** There is something to send. */
  sendable: boolean
  /** It is read from right to left. */
  fromRight: boolean
  cursor?: number
  focus?: boolean
}

const shownText = (text: string): Shown => ({
  text,
  sendable: Boolean(text.trim()),
  fromRight: readsFromRight(text),
})

/**
 * The text of one field, between the view and the store. While somebody types, the view is ahead and is left alone;
 * what changes the text from elsewhere (a mention, an edit, a draft) is shown.
 */
export class Field {
  private conversationID = ''
  private text = ''
  private cursor = -1
  private composer: Composer | undefined
  private readonly stop: () => void

  constructor(
    private readonly kit: Kit,
    private readonly show: (shown: Shown) => void,
  ) {
    this.stop = kit.store.subscribe(() => this.follow())
  }

  /** Another conversation, or none: what was being written in the one before is kept there. */
  open(conversationID: string): void {
    if (conversationID === this.conversationID) return
    this.leave()
    this.conversationID = conversationID
    this.composer = this.stored()
    this.put(this.composer.text, -1)
  }

  close(): void {
    this.leave()
    this.stop()
  }

  /** @returns whether it asks whom to mention: the keyboard is in the way then */
  typed(text: string, cursor: number): boolean {
    const before = this.text
    this.text = text
    this.cursor = cursor
    this.show(shownText(text))
    if (text === before) return false
    writeText(this.kit, this.conversationID, text, cursor)
    if (text) tellTyping(this.kit, this.conversationID)
    else endTyping(this.kit, this.conversationID)
    if (!this.conversationID.startsWith('GROUP') || !asksForName(before, text, cursor)) return false
    askWhom(this.kit, this.conversationID, cursor)
    openOverlay(this.kit, { type: 'mention', conversationID: this.conversationID })
    return true
  }

  /** The cursor leaves the field at this place. */
  left(cursor: number): void {
    this.cursor = cursor
    endTyping(this.kit, this.conversationID)
  }

  insert(words: string): void {
    const at = this.at()
    this.typed(this.text.slice(0, at) + words + this.text.slice(at), at + words.length)
  }

  /** Takes away what stands before the cursor: one character as people count them. */
  backspace(): void {
    const at = this.at()
    const before = dropLastCharacter(this.text.slice(0, at))
    this.typed(before + this.text.slice(at), before.length)
  }

  edit(text: string): void {
    putInFront(this.kit, this.conversationID, text)
    this.cursor = text.length
  }

  /** @returns whether there was something to send */
  send(): boolean {
    if (!this.text.trim()) return false
    void sendComposer(this.kit, this.conversationID)
    return true
  }

  /** Answers no message, or changes none, any more. */
  drop(): void {
    const { editing } = this.stored()
    if (editing) endEditing(this.kit, this.conversationID)
    else dropQuote(this.kit, this.conversationID)
  }

  private at(): number {
    return this.cursor < 0 ? this.text.length : Math.min(this.cursor, this.text.length)
  }

  private stored(): Composer {
    return composerOf(this.kit.store.get(), this.conversationID)
  }

  private leave(): void {
    if (this.conversationID) endTyping(this.kit, this.conversationID)
  }

  private put(text: string, cursor: number, focus?: boolean): void {
    this.text = text
    this.cursor = cursor
    this.show({ ...shownText(text), cursor, ...(focus && { focus }) })
  }

  /** Something was changed in the store; by whom is seen from whether the view has it already. */
  private follow(): void {
    const composer = this.stored()
    const before = this.composer
    if (composer === before) return
    this.composer = composer
    const asked = composer.quote !== before?.quote || composer.editing !== before?.editing
    const wanted = Boolean(asked && (composer.quote ?? composer.editing))
    if (composer.text !== this.text)
      this.put(composer.text, composer.cursor ?? -1, wanted || composer.text !== '')
    else if (wanted) this.show({ ...shownText(this.text), focus: true })
  }
}
