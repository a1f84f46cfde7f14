import { AllowType, ForbidType, ProfileTag, type ProfileValue } from '../../domain/accounts'
import { ErrorCode, ImError } from '../../errors'
import { Limits } from '../../limits'
import { requireBytes } from '../bounds'

const MAX_UINT32 = 2 ** 32 - 1
const CUSTOM_TAG = new RegExp(`^Tag_Profile_Custom_\\w{1,${Limits.customTagLength}}$`)

export function isCustomTag(tag: string): boolean {
  return CUSTOM_TAG.test(tag)
}

/** Refuses a value that the field must not have. */
type Rule = (tag: string, value: ProfileValue) => void

function textRule(limit: number): Rule {
  return (tag, value) => {
    if (typeof value !== 'string') {
      throw new ImError(ErrorCode.PROFILE_TYPE_INVALID, `${tag} must be a string`)
    }
    requireBytes(value, limit, tag, ErrorCode.PROFILE_TOO_LONG)
  }
}

function choiceRule(choices: readonly ProfileValue[]): Rule {
  return (tag, value) => {
    if (!choices.includes(value)) {
      throw new ImError(ErrorCode.PROFILE_VALUE_INVALID, `${tag} must be one of ${choices.join(', ')}`)
    }
  }
}

const numberRule: Rule = (tag, value) => {
  if (typeof value !== 'number') {
    throw new ImError(ErrorCode.PROFILE_TYPE_INVALID, `${tag} must be a number`)
  }
  if (!Number.isInteger(value) || value < 0 || value > MAX_UINT32) {
    throw new ImError(ErrorCode.PROFILE_VALUE_INVALID, `${tag} must be an integer of 32 bits`)
  }
}

const RULES = new Map<string, Rule>([
  [ProfileTag.NICK, textRule(Limits.profileBytes)],
  [ProfileTag.AVATAR, textRule(Limits.profileBytes)],
  [ProfileTag.SELF_SIGNATURE, textRule(Limits.profileBytes)],
  [ProfileTag.LOCATION, textRule(Limits.locationBytes)],
  [ProfileTag.GENDER, choiceRule(['Gender_Type_Unknown', 'Gender_Type_Female', 'Gender_Type_Male'])],
  [ProfileTag.ALLOW_TYPE, choiceRule(Object.values(AllowType))],
  [ProfileTag.ADMIN_FORBID_TYPE, choiceRule(Object.values(ForbidType))],
  [ProfileTag.BIRTHDAY, numberRule],
  [ProfileTag.LANGUAGE, numberRule],
  [ProfileTag.MESSAGE_SETTINGS, numberRule],
  [ProfileTag.LEVEL, numberRule],
  [ProfileTag.ROLE, numberRule],
])

/**
 * For everything that writes a profile, whoever asks for it. Custom fields need not be declared beforehand.
 * @throws ImError 40009 for an unknown tag, 40601 too long, 40605 not a possible value, 40610 of the wrong type
 */
export function requireProfileValue(tag: string, value: unknown): ProfileValue {
  const rule = isCustomTag(tag) ? textRule(Limits.profileBytes) : RULES.get(tag)
  if (!rule) throw new ImError(ErrorCode.PROFILE_TAG_UNKNOWN, `there is no profile field ${tag}`)
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new ImError(ErrorCode.PROFILE_TYPE_INVALID, `${tag} must be a string or a number`)
  }
  rule(tag, value)
  return value
}
