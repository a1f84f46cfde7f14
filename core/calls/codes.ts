/** Codes of our own, as those of `core/store/codes`: all of them are negative. */
export const CALL_ON = -60
export const NO_MEDIA = -61
export const NO_PERMISSION = -62
export const NO_ENGINE = -63
export const BAD_TARGET = -64
export const CALL_REFUSED = -65
export const CALL_GONE = -66
export const CALL_UNSUPPORTED = -67
export const DEVTOOLS = -68
export const MEDIA_FAILED = -69

export const callError = (code: number, message: string): Error & { code: number } =>
  Object.assign(new Error(message), { code })
