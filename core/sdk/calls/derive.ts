import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { missing } from '../missing'
import { list, text } from '../read'
import type { SdkReply } from '../reply'

/** `@tencentcloud/lite-chat` has none of them. */
export interface DeriveInstance {
  translateText?(options: {
    sourceTextList: string[]
    sourceLanguage: string
    targetLanguage: string
  }): Promise<SdkReply<{ translatedTextList?: unknown }>>
  convertVoiceToText?(options: {
    message: SdkMessage
    language?: string
  }): Promise<SdkReply<{ result?: unknown }>>
}

export interface DeriveCalls {
  /** SDK: `translateText`. @param language for example `zh` or `en` */
  translate(words: string, language: string): Promise<string>
  /** SDK: `convertVoiceToText`. */
  transcribe(message: Message): Promise<string>
}

export function deriveCalls({ instance, book }: CallContext<DeriveInstance>): DeriveCalls {
  return {
    async translate(words, language) {
      if (!instance.translateText) throw missing('translateText')
      const { data } = await instance.translateText({
        sourceTextList: [words],
        sourceLanguage: 'auto',
        targetLanguage: language,
      })
      return text(list(data.translatedTextList, 1)[0])
    },

    async transcribe(message) {
      if (!instance.convertVoiceToText) throw missing('convertVoiceToText')
      const { data } = await instance.convertVoiceToText({ message: book.find(message) })
      return text(data.result)
    },
  }
}
