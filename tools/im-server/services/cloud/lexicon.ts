import { createCipheriv, randomBytes } from 'node:crypto'
import type { ServerContext } from '../../context'
import { readCount } from '../../json'
import { LEXICON_SCENES, NO_LEXICON, type LexiconEntry } from '../../lexicon'
import { Limits } from '../../limits'
import type { Service } from '../../router'

/** How long the client may keep the list, in seconds. */
const LIFETIME = 3600

const FilterType = { BLOCK: 1, REPLACE: 2 } as const
const WordType = { PLAIN: 1, REGEX: 2 } as const
const TOKEN_LENGTH = 32
const IV_LENGTH = 16

function exchangePairs(token: string): string {
  return token.replace(/(.)(.)/g, '$2$1')
}

/**
 * The words that the SDK's profanity plugin keeps out of messages, from the lexicon of the options. They travel
 * encrypted, so that nobody finds them by looking over somebody's shoulder; the key comes with them.
 */
export function lexicon({ policy }: ServerContext): Service {
  const { entries, scenes } = policy.lexicon ?? NO_LEXICON
  const token = randomBytes(TOKEN_LENGTH / 2).toString('hex')

  function encrypt(text: string): string {
    const cipher = createCipheriv('aes-256-cbc', token, token.slice(0, IV_LENGTH))
    return cipher.update(text, 'utf8', 'base64') + cipher.final('base64')
  }

  const toWire = ({ text, regex, replacement }: LexiconEntry, index: number) => ({
    uint64_id: index + 1,
    str_dirty_word: encrypt(text),
    str_replaced_content: encrypt(replacement ?? ''),
    uint64_filter_type: replacement === undefined ? FilterType.BLOCK : FilterType.REPLACE,
    uint64_word_type: regex ? WordType.REGEX : WordType.PLAIN,
  })
  const words = entries.map(toWire)
  const flags = Object.fromEntries(
    Object.entries(LEXICON_SCENES).map(([scene, flag]) => [flag, scenes.includes(scene) ? 1 : 0]),
  )

  return {
    commands: {
      'im_msg_audit_mgr.get_local_words': (_caller, body) => {
        const start = readCount(body, 'uint64_start_index', 0)
        const next = start + Limits.lexiconPage
        const complete = next >= words.length
        return {
          msg_cmd_error_code: { uint32_code: 0 },
          msg_scene_ctl_config: flags,
          str_token: exchangePairs(token),
          uint64_complete_flag: complete ? 1 : 0,
          uint64_next_start_index: complete ? 0 : next,
          uint64_version: 1,
          uint64_expired_time: LIFETIME,
          rpt_msg_dirty_word: words.slice(start, next),
        }
      },
    },
  }
}
