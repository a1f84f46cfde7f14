import TencentCloudChat from '@tencentcloud/chat'
import { TestClient, textOf, until, useServer } from '../../harness'
import type { TracedFrame } from '../../../../tools/im-server/trace'
import { control } from './http'

const server = useServer()
/** The types of the SDK leave it out. */
const SERVER_CONFIG_UPDATED = 'onServerConfigUpdated'

afterEach(() => {
  expect(server.current.reports).toEqual([])
})

describe('users', () => {
  test('are created with a profile, and listed with where they are online', async () => {
    const profile = { Tag_Profile_IM_Nick: 'Dave', Tag_Profile_IM_Level: 3 }
    const created = await control(server.current, 'POST', 'users', { userID: 'dave', profile })
    expect(created).toMatchObject({ status: 200, body: { userID: 'dave', nick: 'Dave', online: [] } })

    const alice = await server.login('alice')
    const { data } = (await alice.chat.getUserProfile({ userIDList: ['dave'] })) as {
      data: { nick: string; level: number }[]
    }
    expect(data).toMatchObject([{ nick: 'Dave', level: 3 }])
    const { body } = await control(server.current, 'GET', 'users')
    expect(body).toMatchObject([
      { userID: 'alice', nick: 'ALICE', online: [{ platform: 7 }] },
      { userID: 'bob', online: [] },
      { userID: 'carol', online: [] },
      { userID: 'dave', profile },
    ])
  })

  test('get a UserSig that lets them in', async () => {
    const alice = new TestClient(server.current.url, 'alice')
    const { body } = await control(server.current, 'POST', 'users/alice/usersig', {
      sdkAppID: alice.sdkAppID,
    })
    await alice.login((body as { userSig: string }).userSig)
  })

  test('lose their sockets, and come back', async () => {
    const alice = await server.login('alice')
    expect(await control(server.current, 'POST', 'users/alice/drop')).toMatchObject({ body: { dropped: 1 } })
    await until(() => alice.netStates.includes('connected'), 'alice is connected again')
  })

  test('are thrown out', async () => {
    const alice = await server.login('alice')
    expect(await control(server.current, 'POST', 'users/alice/kick')).toMatchObject({ body: { kicked: 1 } })
    await until(() => alice.kicks.length, 'alice is thrown out')
    expect(alice.kicks).toEqual(['REST_API_Kick'])
  })

  test('have their login expired: the next request says so', async () => {
    const alice = await server.login('alice')
    await alice.synced()
    await control(server.current, 'POST', 'users/alice/expire')
    await expect(alice.sendText('bob', 'too late')).rejects.toMatchObject({ code: 70001 })
    await until(() => alice.kicks.length, 'alice is told')
    expect(alice.kicks).toEqual(['userSigExpired'])
  })
})

describe('messages', () => {
  test('are sent as a user: the receiver and the own client see them', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const message = { from: 'alice', userID: 'bob', text: 'by control', cloudCustomData: 'mine' }
    const { status } = await control(server.current, 'POST', 'messages', message)
    expect(status).toBe(200)
    expect(await bob.receivedText('by control')).toMatchObject({ from: 'alice', cloudCustomData: 'mine' })
    await alice.receivedText('by control')
    expect((await alice.history('bob')).map(textOf)).toEqual(['by control'])
    expect(await control(server.current, 'GET', 'users/bob/conversations')).toMatchObject({
      body: [
        {
          conversationID: 'C2Calice',
          name: 'ALICE',
          unreadCount: 1,
          lastMessage: { from: 'alice', preview: 'by control', revoked: false },
        },
      ],
    })
  })

  test('are sent as the administrator, who can be answered', async () => {
    const bob = await server.login('bob')
    server.current.control.send({ to: { userID: 'bob' }, content: { text: 'maintenance at noon' } })
    expect(await bob.receivedText('maintenance at noon')).toMatchObject({ from: 'administrator' })
    await bob.sendText('administrator', 'thank you')
  })

  test('with other elements, for who is online only', async () => {
    const bob = await server.login('bob')
    const content = { Data: '{"kind":"card"}', Desc: '', Ext: '' }
    const elements = [{ MsgType: 'TIMCustomElem', MsgContent: content }]
    await control(server.current, 'POST', 'messages', {
      from: 'alice',
      userID: 'bob',
      elements,
      onlineOnly: true,
    })
    const message = await until(() => bob.received[0], 'bob gets it')
    expect(message).toMatchObject({
      type: TencentCloudChat.TYPES.MSG_CUSTOM,
      payload: { data: content.Data },
    })
    expect(await bob.history('alice')).toEqual([])
  })

  test('to a group, as a member and as the administrator, who is none', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    await alice.chat.createGroup({
      type: TencentCloudChat.TYPES.GRP_WORK,
      name: 'Team',
      groupID: 'team',
      memberList: [{ userID: 'bob' }],
    })
    for (const from of ['alice', undefined]) {
      const text = `from ${from}`
      const { status } = await control(server.current, 'POST', 'messages', { from, groupID: 'team', text })
      expect(status).toBe(200)
      expect(await bob.receivedText(text)).toMatchObject({ to: 'team', from: from ?? 'administrator' })
    }
    expect(await control(server.current, 'GET', 'groups')).toMatchObject({
      body: [
        {
          groupID: 'team',
          name: 'Team',
          owner: 'alice',
          members: [
            { userID: 'alice', role: 'Owner' },
            { userID: 'bob', role: 'Member' },
          ],
        },
      ],
    })
    expect(() =>
      server.current.control.send({ from: 'carol', to: { groupID: 'team' }, content: { text: 'intruder' } }),
    ).toThrow('carol is not in the group')
  })
})

test('conversations are shown as their owner sees them', async () => {
  const alice = await server.login('alice')
  await alice.chat.createGroup({
    type: TencentCloudChat.TYPES.GRP_WORK,
    name: 'Team',
    groupID: 'team',
    memberList: [{ userID: 'bob' }, { userID: 'carol' }],
  })
  const send = (text: string, receiverList?: string[]): Promise<unknown> => {
    const options = { to: 'team', conversationType: TencentCloudChat.TYPES.CONV_GROUP, payload: { text } }
    return alice.chat.sendMessage(alice.chat.createTextMessage({ ...options, receiverList }))
  }
  await send('for all')
  await send('only for bob', ['bob'])
  const [[ofBob], [ofCarol]] = [
    server.current.control.conversations('bob'),
    server.current.control.conversations('carol'),
  ]
  expect(ofBob?.lastMessage?.preview).toBe('only for bob')
  expect(ofCarol?.lastMessage?.preview).toBe('for all')
  expect(ofCarol?.unreadCount).toBe(ofBob?.unreadCount)
})

describe('the app', () => {
  test('its configuration and abilities change for who is connected', async () => {
    const alice = await server.login('alice')
    await alice.synced()
    await control(server.current, 'PUT', 'abilities', { abilities: '0' })
    const status = () => alice.chat.getUserStatus({ userIDList: ['bob'] })
    await until(
      () =>
        status().then(
          () => false,
          ({ code }: { code: number }) => code === 3122,
        ),
      'the ability is gone',
    )
    await control(server.current, 'PUT', 'config', { config: { status_query_count: '7' } })
    await until(
      () => JSON.stringify(alice.seen(SERVER_CONFIG_UPDATED)).includes('7'),
      'the client is told of the configuration',
    )
    expect((await control(server.current, 'PUT', 'config', { config: { key: 5 } })).status).toBe(400)
    expect((await control(server.current, 'PUT', 'abilities', { abilities: '012' })).status).toBe(400)
  })

  test('a command is overloaded: clients refrain from it', async () => {
    const alice = await server.login('alice')
    await control(server.current, 'POST', 'overload', { command: 'openim.sendmsg', seconds: 1 })
    await until(
      () =>
        alice.sendText('bob', 'now?').then(
          () => false,
          ({ code }: { code: number }) => code === 60022,
        ),
      'sending is refused by the client',
    )
    await until(() => alice.sendText('bob', 'later').catch(() => false), 'it goes again')
  })
})

test('faults are set, listed and removed', async () => {
  const alice = await server.login('alice')
  const rule = { action: 'error', on: 'request', command: 'openim.sendmsg', code: 20012, info: 'no' }
  const { body } = await control(server.current, 'POST', 'faults', rule)
  const { id } = body as { id: string }
  expect(await control(server.current, 'GET', 'faults')).toMatchObject({ body: [{ id, ...rule }] })
  await expect(alice.sendText('bob', 'x')).rejects.toMatchObject({ code: 20012 })
  expect((await control(server.current, 'DELETE', `faults/${id}`)).status).toBe(200)
  expect((await control(server.current, 'DELETE', `faults/${id}`)).status).toBe(404)
  await alice.sendText('bob', 'y')
  await control(server.current, 'POST', 'faults', rule)
  await control(server.current, 'DELETE', 'faults')
  expect(await control(server.current, 'GET', 'faults')).toMatchObject({ body: [] })
  expect((await control(server.current, 'PUT', 'delay', { milliseconds: 0 })).status).toBe(200)
})

test.each([
  [{ action: 'explode' }, 'there is no action explode'],
  [{ action: 'drop' }, 'on must be a string'],
  [{ action: 'drop', on: 'socket' }, 'on must be one of request, reply, push'],
  [{ action: 'error', on: 'push', code: 1 }, 'a push cannot fail with an error'],
  [{ action: 'delay', on: 'push', delay: -1 }, 'delay must be a non-negative integer'],
  [{ action: 'drop', on: 'push', times: 0 }, 'times must be at least 1'],
  [{ action: 'drop', on: 'push', user: 'bob' }, 'a fault has no user'],
  [[], 'the request must be a JSON object'],
])('the fault %j is refused', async (rule, error) => {
  expect(await control(server.current, 'POST', 'faults', rule)).toMatchObject({
    status: 400,
    body: { error },
  })
})

test('the trace can be followed over HTTP, and ends with the server', async () => {
  const response = await fetch(`http://127.0.0.1:${server.current.port}/control/trace`)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  const alice = await server.login('alice')
  await alice.sendText('bob', 'seen by who looks on')
  let text = ''
  while (!text.includes('"kind":"reply","servcmd":"openim.sendmsg"'))
    text += decoder.decode((await reader.read()).value)
  const frames = text
    .split('\n')
    .flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6)) as TracedFrame] : []))
  const request = frames.find(({ servcmd, kind }) => servcmd === 'openim.sendmsg' && kind === 'request')
  expect(request).toMatchObject({ userID: 'alice', body: { To_Account: 'bob' } })
  await alice.close()
  await server.current.close()
  while (!(await reader.read()).done);
})
