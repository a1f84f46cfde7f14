/** A member of a group in the picture that is composed of them. */
export interface Face {
  readonly userID: string
  /** Nickname, name card or user ID, whichever is there. */
  readonly name: string
  readonly avatar: string
}

/** The first members of groups without a picture, by group ID; only those that were asked for. */
export type Faces = Readonly<Record<string, readonly Face[]>>

/** Who is online, by user ID; only those that were asked for. */
export type Presence = Readonly<Record<string, boolean>>
