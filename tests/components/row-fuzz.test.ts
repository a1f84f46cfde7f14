import type { Message as SdkMessage } from '@tencentcloud/chat'
import fc from 'fast-check'
import { mapMessage } from '../../core/sdk/map'
import { mapReactions } from '../../core/sdk/map-reactions'
import { messageRow } from '../../core/views/message-row'
import { rowLabels } from '../../core/views/row-labels'
import { translator } from '../../locales/index'
import { ME, NOW } from '../fixtures/builders'
import { hostileMessages, hostileValues, knownAttacks } from '../fixtures/hostile'
import { mount, settle } from './harness'

const t = translator('en')
/** As many as a screen has, many times over. */
const ROWS = 400
/** Nothing that one peer sends makes more of a row than this. */
const MOST_NODES = 1200

test('a row draws whatever a peer sends, in any order, and nothing of it grows without end', async () => {
  const row = mount('components/TUIChat/message-row', { properties: { labels: rowLabels(t) } })
  const attacks = knownAttacks().map((source): [SdkMessage, unknown] => [source, []])
  const sources = fc.sample(fc.tuple(hostileMessages, hostileValues), { numRuns: ROWS, seed: 4 })
  for (const [at, [source, reactions]] of [...attacks, ...sources].entries()) {
    const message = { ...mapMessage(source, ME), id: `r${at}`, reactions: mapReactions(reactions, ME) }
    const group = message.conversationID.startsWith('GROUP')
    const view = messageRow(message, { prev: undefined, receipt: '', t, now: NOW, group, me: ME })
    // As it crosses from one thread of a phone to the other.
    row.set({ row: JSON.parse(JSON.stringify(view)) as unknown, selecting: at % 5 === 0 })
    expect(row.all('').length).toBeLessThan(MOST_NODES)
    expect(row.text).not.toBe('')
  }
  await settle()
})
