import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'

/** Bits of the abilities, from the right: those that the SDK does not look at itself. */
export const Ability = { SEARCH: 1, TRANSLATION: 38, VOICE_TO_TEXT: 39 } as const
export type Ability = (typeof Ability)[keyof typeof Ability]

export function hasAbility({ appConfig }: ServerContext, ability: Ability): boolean {
  return appConfig.abilities.at(-1 - ability) === '1'
}

/** @throws ImError 60020 when the plan of the app has no search */
export function requireSearch(context: ServerContext): void {
  if (hasAbility(context, Ability.SEARCH)) return
  throw new ImError(ErrorCode.FEATURE_OFF, 'the plan of this app has no cloud search')
}
