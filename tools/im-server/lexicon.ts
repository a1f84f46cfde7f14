/** Where words are looked for, and the flag that turns it on for the SDK. */
export const LEXICON_SCENES: Readonly<Record<string, string>> = {
  c2cText: 'uint64_c2c_text_msg_flag',
  c2cCustom: 'uint64_c2c_custom_msg_flag',
  groupText: 'uint64_group_text_msg_flag',
  groupCustom: 'uint64_group_custom_msg_flag',
  groupInfo: 'uint64_group_info_flag',
  groupMemberInfo: 'uint64_group_member_info_flag',
  relations: 'uint64_relation_chain_flag',
  userInfo: 'uint64_user_info_flag',
}

export interface LexiconEntry {
  /** A word, or with `regex` the source of a regular expression. */
  readonly text: string
  readonly regex: boolean
  /** What is written in its place; absent: the message is blocked. */
  readonly replacement?: string
}

/** Words that are kept out of messages. */
export interface Lexicon {
  readonly entries: readonly LexiconEntry[]
  /** Of {@link LEXICON_SCENES}. */
  readonly scenes: readonly string[]
}

export const NO_LEXICON: Lexicon = { entries: [], scenes: [] }
