/** Error codes that the SDK (or its documentation) gives a meaning to. */
export const ErrorCode = {
  GROUP_PERMISSION_DENIED: 10007,
  GROUP_NOT_FOUND: 10010,
  GROUP_MUTED: 10017,
  INVALID_REQUEST: 20001,
  ACCOUNT_NOT_FOUND: 20003,
  REVOKE_TIME_LIMIT: 20016,
  REVOKE_NOT_SENDER: 20021,
  MESSAGE_NOT_FOUND: 20022,
  INTERNAL: 90994,
  /** In any reply: the SDK throws its user out with `userSigExpired`. */
  CREDENTIALS_EXPIRED: 70001,
  USER_SIG_EMPTY: 70002,
  USER_SIG_INVALID: 70003,
  USER_SIG_WRONG_KEY: 70009,
  USER_SIG_WRONG_USER: 70013,
  USER_SIG_WRONG_APP: 70014,
  MESSAGE_TOO_LONG: 80002,
} as const

/** A request that is refused: `code` and `message` reach the application through the SDK's rejection. */
export class ImError extends Error {
  constructor(
    readonly code: number,
    info: string,
  ) {
    super(info)
    this.name = 'ImError'
  }
}
