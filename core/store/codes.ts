/** Codes of our own, for failures that the SDK never sees. All of them are negative; the SDK's are positive. */
export const BAD_CONVERSATION_ID = -1
export const NO_SUCH_USER = -2
export const MESSAGE_GONE = -3
export const LOGGED_OUT = -4
export const TEXT_TOO_LONG = -5
export const NOT_READY = -6
export const VOICE_UNPLAYABLE = -30
export const IMAGE_TOO_LARGE = -41
export const FILE_TOO_LARGE = -42
export const FILE_EMPTY = -43
export const NOT_YOURSELF = -50
export const BAD_GROUP_ID = -51
export const NO_SUCH_GROUP = -52

/** The server's: an application was answered before, or whoever asked is in the group. */
export const ANSWERED_ELSEWHERE = 10024
export const ALREADY_IN = 10013

/** No such group, not a member of it, no such user: asking again gives the same answer. */
const GONE = new Set([BAD_CONVERSATION_ID, NO_SUCH_USER, 2903, 10004, 10007, 10010, 10015, 20003])

/** Whether this failure to open a chat is final, so that there is nobody to write to and nothing to try again. */
export const isGone = (code: number): boolean => GONE.has(code)

/** Denied, blocked, not friends, muted: the next message would not arrive either. */
const LASTING = new Set([20006, 20007, 20009, 20010, 20011, 20012, 10017])

/** Whether a refusal of one message concerns the next one too. */
export const isLasting = (code: number): boolean => LASTING.has(code)
