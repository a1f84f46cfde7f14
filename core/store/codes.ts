/** Codes of our own, for failures that the SDK never sees. All of them are negative; the SDK's are positive. */
export const BAD_CONVERSATION_ID = -1
export const NO_SUCH_USER = -2
export const MESSAGE_GONE = -3
