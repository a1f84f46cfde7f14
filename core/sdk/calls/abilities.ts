import type { Abilities } from '../../store/state'
import type { CallContext } from '../book'
import { record } from '../read'
import type { SdkReply } from '../reply'
import type { ConversationInstance } from './conversations'
import type { DeriveInstance } from './derive'
import type { PresenceInstance } from './presence'
import type { ReactionInstance } from './reactions'

export interface AbilityInstance {
  callExperimentalAPI?(name: string, options: unknown): Promise<SdkReply<unknown>>
}

export interface AbilityCalls {
  /** SDK: `callExperimentalAPI('isCommercialAbilityEnabled', …)` for each; one that this build has not is not asked for. */
  abilities(): Promise<Abilities>
}

/** The SDK's flags are bits of one number, too large for the operators of bits. */
const FLAGS = {
  presence: 2 ** 7,
  marks: 2 ** 9,
  translation: 2 ** 38,
  transcription: 2 ** 39,
  reactions: 2 ** 48,
}

type Instance = AbilityInstance & ReactionInstance & DeriveInstance & ConversationInstance & PresenceInstance

export function abilityCalls({ instance }: CallContext<Instance>): AbilityCalls {
  const enabled = async (call: keyof Instance, flag: number): Promise<boolean> => {
    if (!instance[call] || !instance.callExperimentalAPI) return false
    const { data } = await instance.callExperimentalAPI('isCommercialAbilityEnabled', flag)
    return record(data).enabled === true
  }
  return {
    async abilities() {
      const [reactions, translation, transcription, marks, presence] = await Promise.all([
        enabled('addMessageReaction', FLAGS.reactions),
        enabled('translateText', FLAGS.translation),
        enabled('convertVoiceToText', FLAGS.transcription),
        enabled('markConversation', FLAGS.marks),
        enabled('subscribeUserStatus', FLAGS.presence),
      ])
      return { reactions, translation, transcription, marks, presence }
    },
  }
}
