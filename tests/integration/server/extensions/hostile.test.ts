import { RawClient, useServer } from '../../harness'

const server = useServer()
const INVALID = 20001
const NOT_FOUND = 20022

const EXT = 'openim_msg_ext_http_svc'
const message = { From_Account: 'alice', To_Account: 'bob', MsgKey: '1_2_3' }
const text = (Text: unknown) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }]

/** Alice has written to Bob: its `MsgKey`. */
async function written(alice: RawClient, MsgBody: unknown = text('hi')): Promise<string> {
  const sent = { To_Account: 'bob', MsgSeq: 7, MsgRandom: 8, SupportMessageExtension: 1, MsgBody }
  const { MsgTime } = await alice.request('openim.sendmsg', sent)
  return `7_8_${String(MsgTime)}`
}

test('nobody reacts or reads in the name of others', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  const MsgKey = await written(alice)
  const reaction = { ...message, MsgKey, Reaction: 'smile' }
  const add = async (raw: RawClient, accounts: unknown): Promise<unknown> =>
    (await raw.request(`${EXT}.reaction_add`, { ...reaction, Add_Account: accounts })).ErrorCode
  expect(await add(alice, ['bob'])).toBe(INVALID)
  expect(await add(alice, ['alice', 'bob'])).toBe(INVALID)
  expect(await add(alice, ['alice'])).toBe(0)
  const carol = await RawClient.login(server.current, 'carol')
  expect(await add(carol, ['carol'])).toBe(NOT_FOUND)
  // Not even when she claims to be one of the two.
  const claimed = { ...reaction, To_Account: 'carol', Add_Account: ['carol'] }
  expect(await carol.request(`${EXT}.reaction_add`, claimed)).toMatchObject({ ErrorCode: NOT_FOUND })
  const list = { From_Account: 'carol', To_Account: 'alice', MsgKeyList: [MsgKey] }
  expect(await carol.request(`${EXT}.reaction_multi_stat`, list)).toMatchObject({ ErrorCode: 0, Results: [] })
  for (const raw of [alice, carol]) raw.close()
})

test.each([
  [
    `${EXT}.reaction_add`,
    'a key that is a number',
    { ...message, MsgKey: 7, Reaction: 'x', Add_Account: ['alice'] },
  ],
  [`${EXT}.reaction_add`, 'a reaction without a name', { ...message, Reaction: '', Add_Account: ['alice'] }],
  [`${EXT}.reaction_add`, 'an account that is no list', { ...message, Reaction: 'x', Add_Account: 'alice' }],
  [`${EXT}.reaction_multi_stat`, 'keys that are numbers', { ...message, MsgKeyList: [1] }],
  [`${EXT}.reaction_multi_stat`, 'too many messages', { ...message, MsgKeyList: Array(101).fill('1_2_3') }],
  [`${EXT}.reaction_iterate`, 'a negative page', { ...message, Reaction: 'x', NextSeq: -1 }],
  [`${EXT}.set_key_values`, 'an unknown operation', { ...message, OperateType: 9 }],
  [
    `${EXT}.set_key_values`,
    'a key that is no string',
    { ...message, OperateType: 1, ExtensionList: [{ Key: 1 }] },
  ],
  [`${EXT}.set_key_values`, 'no keys', { ...message, OperateType: 1, ExtensionList: [] }],
  [
    `${EXT}.set_key_values`,
    'a key twice',
    { ...message, OperateType: 1, ExtensionList: [{ Key: 'a' }, { Key: 'a' }] },
  ],
  [
    `${EXT}.set_key_values`,
    'too many keys',
    { ...message, OperateType: 1, ExtensionList: Array.from({ length: 21 }, (_, n) => ({ Key: `${n}` })) },
  ],
  ['im_long_msg.save_relay_json_msg', 'an empty merger', { MsgList: [] }],
  ['im_long_msg.save_relay_json_msg', 'a merger of strings', { MsgList: ['x'] }],
  ['im_long_msg.get_relay_json_msg', 'a key that is no string', { JsonMsgKey: {} }],
  ['message_search.query', 'words that are no list', { KeywordList: 'x' }],
  ['message_search.query', 'a time that is no number', { KeywordList: ['x'], StartTime: 'now' }],
  ['user_search.query', 'words that are numbers', { Keywords: [7] }],
  ['group_member_search.query', 'groups that are no IDs', { Keywords: ['x'], GroupIdList: [{}] }],
  ['im_open_translate.ws_batch_trans_text', 'texts that are numbers', { SourceText: ['x', 7], Target: 'en' }],
  ['im_open_speech.ws_sentence_recognition', 'an address that is a list', { BytesUrl: [] }],
  ['im_msg_audit_mgr.get_local_words', 'a negative page', { uint64_start_index: -1 }],
])('%s refuses %s', async (command, _what, body) => {
  const alice = await RawClient.login(server.current, 'alice')
  const MsgKey = await written(alice)
  const named = 'MsgKey' in body && body.MsgKey === '1_2_3' ? { ...body, MsgKey } : body
  expect(await alice.request(command, named)).toMatchObject({ ErrorCode: INVALID })
  expect(server.current.reports).toEqual([])
  alice.close()
})

test('names that mean something to JavaScript are names', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  const MsgKey = await written(alice, text('find me'))
  const reaction = { ...message, MsgKey, Reaction: '__proto__', Add_Account: ['alice'] }
  expect(await alice.request(`${EXT}.reaction_add`, reaction)).toMatchObject({ ErrorCode: 0 })
  const ExtensionList = [{ Key: '__proto__', Value: 'v', Seq: 0 }]
  const set = { ...message, MsgKey, OperateType: 1, ExtensionList }
  expect(await alice.request(`${EXT}.set_key_values`, set)).toMatchObject({ ErrorCode: 0 })
  expect(await alice.request(`${EXT}.get_key_values`, { ...message, MsgKey })).toMatchObject({
    ExtensionList: [{ Key: '__proto__', Value: 'v' }],
  })
  expect(await alice.request('message_search.query', { KeywordList: ['find'] })).toMatchObject({
    ErrorCode: 0,
    TotalCount: 1,
  })
  const voice = { BytesUrl: 'http://x/a.mp3', BytesVoiceFormat: 'mp3', BytesEngServiceType: 'constructor' }
  expect(await alice.request('im_open_speech.ws_sentence_recognition', voice)).toMatchObject({
    CmdErrorCode: { ErrorCode: 25001 },
  })
  expect(server.current.reports).toEqual([])
  alice.close()
})

test('what an app for phones tells about itself is taken note of', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  for (const command of [
    'im_open_status.ws_stat_background',
    'im_open_status.ws_stat_foreground',
    'im_open_status.ws_stat_settoken',
    'offline_push_report.uniapp_sdk_report',
  ]) {
    expect(await alice.request(command, {})).toMatchObject({ ErrorCode: 0 })
  }
  expect(server.current.reports).toEqual([])
  alice.close()
})
