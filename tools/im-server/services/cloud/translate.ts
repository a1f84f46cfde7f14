import { randomUUID } from 'node:crypto'
import type { ServerContext } from '../../context'
import { ErrorCode } from '../../errors'
import { readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { Ability, hasAbility } from './plan'

/** Those that Tencent's machine translation knows. */
const LANGUAGES = new Set('zh zh-TW zh-TR en ja ko fr es it de tr ru pt vi id th ms ar hi'.split(' '))
const AUTO = 'auto'

/** The SDK takes `CmdErrorCode` for the outcome: the reply as a whole succeeds. */
const outcome = (code: number, info: string): JsonObject => ({
  CmdErrorCode: { ErrorCode: code, ErrorInfo: info },
  RequestId: randomUUID(),
  TargetText: [],
})

/** SDK: `translateText`. Nothing is translated: the result is the text with the language in front, `[en] 你好`. */
export function translate(context: ServerContext): Service {
  return {
    commands: {
      'im_open_translate.ws_batch_trans_text': (_caller, body) => {
        const texts = readStrings(body, 'SourceText')
        if (!hasAbility(context, Ability.TRANSLATION)) {
          return outcome(ErrorCode.FEATURE_OFF, 'the plan of this app has no translation')
        }
        const source = readString(body, 'Source', AUTO)
        const target = readString(body, 'Target')
        const unknown = [source, target].find((name) => !LANGUAGES.has(name) && name !== AUTO)
        if (unknown !== undefined || target === AUTO) {
          return outcome(ErrorCode.LANGUAGE_UNSUPPORTED, `the language ${unknown ?? target} is not supported`)
        }
        const length = texts.reduce((sum, text) => sum + [...text].length, 0)
        if (texts.length === 0 || length > Limits.translatedCharacters) {
          const limit = `1 to ${Limits.translatedCharacters} characters can be translated at once`
          return outcome(ErrorCode.TRANSLATION_TOO_LONG, limit)
        }
        return { ...outcome(0, ''), TargetText: texts.map((text) => `[${target}] ${text}`) }
      },
    },
  }
}
