import { randomUUID } from 'node:crypto'
import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readString, type JsonObject } from '../../json'
import type { Service } from '../../router'
import { Ability, hasAbility } from './plan'

/** Tencent's recognition engines, as the SDK names them for its `language`, and what each pretends to have heard. */
const HEARD = new Map([
  ['16k_zh-PY', '【示例转写】你好，这是一段语音。'],
  ['16k_zh', '【示例转写】你好，这是一段语音。'],
  ['16k_en', '[sample transcript] Hello, this is a voice message.'],
  ['16k_yue', '【示例轉寫】你好，呢段係語音。'],
  ['16k_ja', '【サンプル書き起こし】こんにちは、音声メッセージです。'],
])
const FORMATS = new Set('wav pcm ogg-opus speex silk mp3 m4a aac amr'.split(' '))

/** SDK: `convertVoiceToText`. Nobody listens: the result is always the same, and says that it is a sample. */
export function speech(context: ServerContext): Service {
  function recognize(engine: string, format: string, url: string): string {
    if (!hasAbility(context, Ability.VOICE_TO_TEXT)) {
      throw new ImError(ErrorCode.FEATURE_OFF, 'the plan of this app has no voice to text')
    }
    const heard = HEARD.get(engine)
    if (heard === undefined) throw new ImError(ErrorCode.LANGUAGE_UNSUPPORTED, 'unknown language')
    if (!FORMATS.has(format) || !/^https?:\/\//.test(url)) {
      throw new ImError(ErrorCode.SPEECH_UNREADABLE, 'not an audio file')
    }
    return heard
  }

  /** The SDK takes `CmdErrorCode` for the outcome: the reply as a whole succeeds. */
  function outcome(result: () => string): JsonObject {
    const BytesRequestid = randomUUID()
    try {
      return { CmdErrorCode: { ErrorCode: 0, ErrorInfo: '' }, BytesRequestid, BytesResult: result() }
    } catch (error) {
      if (!(error instanceof ImError)) throw error
      const CmdErrorCode = { ErrorCode: error.code, ErrorInfo: error.message }
      return { CmdErrorCode, BytesRequestid, BytesResult: '' }
    }
  }

  return {
    commands: {
      'im_open_speech.ws_sentence_recognition': (_caller, body) => {
        const engine = readString(body, 'BytesEngServiceType', '16k_zh-PY')
        const format = readString(body, 'BytesVoiceFormat', '')
        const url = readString(body, 'BytesUrl', '')
        return outcome(() => recognize(engine, format, url))
      },
    },
  }
}
