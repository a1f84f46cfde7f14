import { message, NOW, NOW_S } from '../../tests/fixtures/builders'
import type { Message } from '../store/types'
import { messageMenu } from './message-menu'

const offered = (fields: Partial<Message>): string[] =>
  messageMenu.filter((item) => item.when(message(fields), NOW)).map(({ id }) => id)

test.each<[string, Partial<Message>, string[]]>([
  ['a text of the peer', {}, ['copy', 'delete']],
  ['an own text of just now', { own: true }, ['copy', 'revoke', 'delete']],
  ['an own text of two minutes ago', { own: true, time: NOW_S - 120 }, ['copy', 'delete']],
  ['an own text that is being sent', { own: true, status: 'sending' }, ['copy']],
  ['an own text that failed', { own: true, status: 'failed' }, ['copy', 'delete']],
  ['a picture', { content: { type: 'face', index: 0, data: '' } }, ['delete']],
])('%s', (_, fields, items) => expect(offered(fields)).toEqual(items))
