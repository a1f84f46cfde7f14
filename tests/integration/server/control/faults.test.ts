import { textOf, until, useServer, type TestClient } from '../../harness'
import type { TracedFrame } from '../../../../tools/im-server/trace'

const server = useServer()
const PUSH = 'im_open_push.msg_push'
const SEND = 'openim.sendmsg'
const texts = (client: TestClient): (string | undefined)[] => client.received.map(textOf)

/** Two who have already heard of each other, so that nothing passes but what the test does. */
async function pair(): Promise<{ alice: TestClient; bob: TestClient }> {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await Promise.all([alice.synced(), bob.synced()])
  await alice.sendText('bob', 'good morning')
  await bob.receivedText('good morning')
  bob.received.length = 0
  return { alice, bob }
}

function traced(): TracedFrame[] {
  const frames: TracedFrame[] = []
  server.current.trace.listen((frame) => frames.push(frame))
  return frames
}

describe('drop', () => {
  test('a push that is lost comes with the next synchronisation, once', async () => {
    const { alice, bob } = await pair()
    const { faults } = server.current.control
    faults.add({ action: 'drop', on: 'push', userID: 'bob', command: PUSH, times: 1 })
    await alice.sendText('bob', 'lost')
    expect(faults.list()).toEqual([]) // it has struck, and is spent
    expect(bob.received).toEqual([])
    server.current.control.dropConnections('bob')
    await bob.receivedText('lost')
    await alice.sendText('bob', 'arrives')
    await bob.receivedText('arrives')
    expect(texts(bob)).toEqual(['lost', 'arrives'])
  })

  test.each(['request', 'reply'] as const)('a %s that is lost is repeated after a reconnect', async (on) => {
    const { alice, bob } = await pair()
    const { control } = server.current
    const frames = traced()
    control.faults.add({ action: 'drop', on, userID: 'alice', command: SEND, times: 1 })
    const sending = alice.sendText('bob', 'once')
    await until(() => control.faults.list().length === 0, `the ${on} is dropped`)
    if (on === 'request') expect((await bob.history('alice')).map(textOf)).toEqual(['good morning'])
    else await bob.receivedText('once')
    control.dropConnections('alice') // the SDK repeats what waits for an answer
    await sending
    await bob.receivedText('once')
    await alice.sendText('bob', 'end')
    await bob.receivedText('end')
    expect(texts(bob)).toEqual(['once', 'end'])
    expect(frames.filter(({ kind }) => kind === 'fault')).toMatchObject([
      { servcmd: SEND, userID: 'alice', body: { action: 'drop', on } },
    ])
  })
})

test('delay: what comes later overtakes', async () => {
  const { alice, bob } = await pair()
  server.current.control.faults.add({ action: 'delay', delay: 100, on: 'push', userID: 'bob', times: 1 })
  await alice.sendText('bob', 'first')
  await alice.sendText('bob', 'second')
  await bob.receivedText('first')
  expect(texts(bob)).toEqual(['second', 'first'])
})

test('delay of everything keeps the order', async () => {
  const { alice, bob } = await pair()
  const { control } = server.current
  control.setDelay(100)
  const start = Date.now()
  await Promise.all(['first', 'second', 'third'].map((text) => alice.sendText('bob', text)))
  await bob.receivedText('third')
  expect(Date.now() - start).toBeGreaterThanOrEqual(100)
  expect(texts(bob)).toEqual(['first', 'second', 'third'])
  control.setDelay(0)
})

test('duplicate: a push that comes twice is shown once, a request that comes twice is kept once', async () => {
  const { alice, bob } = await pair()
  const { faults } = server.current.control
  const frames = traced()
  faults.add({ action: 'duplicate', on: 'push', userID: 'bob', times: 1 })
  faults.add({ action: 'duplicate', on: 'request', userID: 'alice', command: SEND, times: 1 })
  await alice.sendText('bob', 'twice?')
  await alice.sendText('bob', 'end')
  await bob.receivedText('end')
  expect(texts(bob)).toEqual(['twice?', 'end'])
  const acknowledged = () =>
    frames
      .filter(({ servcmd, userID }) => servcmd === 'openim.ws_msg_push_ack' && userID === 'bob')
      .map(({ body }) => body.SessionData)
  const isTwiceThere = (): boolean => new Set(acknowledged()).size < acknowledged().length
  await until(isTwiceThere, 'the SDK has acknowledged both copies of the push')
  expect(frames.filter(({ kind, servcmd }) => kind === 'reply' && servcmd === SEND)).toHaveLength(3)
  expect((await alice.history('bob')).map(textOf)).toEqual(['good morning', 'twice?', 'end'])
})

describe('reorder', () => {
  test('two pushes change places', async () => {
    const { alice, bob } = await pair()
    server.current.control.faults.add({ action: 'reorder', on: 'push', userID: 'bob', times: 1 })
    for (const text of ['first', 'second', 'third']) await alice.sendText('bob', text)
    await bob.receivedText('third')
    expect(texts(bob)).toEqual(['second', 'first', 'third'])
  })

  test('the last one does not wait for ever', async () => {
    const { alice, bob } = await pair()
    server.current.control.faults.add({ action: 'reorder', on: 'push', userID: 'bob', times: 1 })
    await alice.sendText('bob', 'alone')
    await bob.receivedText('alone')
  })
})

describe('error', () => {
  test('a refused request fails at the client and reaches nobody', async () => {
    const { alice, bob } = await pair()
    const { faults } = server.current.control
    const id = faults.add({
      action: 'error',
      on: 'request',
      command: SEND,
      code: 20012,
      info: 'muted by the test',
    })
    await expect(alice.sendText('bob', 'refused')).rejects.toMatchObject({
      code: 20012,
      message: 'muted by the test',
    })
    expect(faults.remove(id)).toBe(true)
    await alice.sendText('bob', 'accepted')
    await bob.receivedText('accepted')
    expect(texts(bob)).toEqual(['accepted'])
  })

  test('a reply that claims an error: the client sees a failure, the message is there', async () => {
    const { alice, bob } = await pair()
    server.current.control.faults.add({
      action: 'error',
      on: 'reply',
      userID: 'alice',
      command: SEND,
      code: 20004,
      times: 1,
    })
    await expect(alice.sendText('bob', 'done all the same')).rejects.toMatchObject({ code: 20004 })
    await bob.receivedText('done all the same')
  })

  test('it can hit the login, and only that of one user', async () => {
    server.current.control.faults.add({
      action: 'error',
      on: 'request',
      userID: 'alice',
      command: 'im_open_status.wslogin',
      code: 70050,
    })
    await expect(server.login('alice')).rejects.toMatchObject({ code: 70050 })
    await server.login('bob')
  })
})

test('half-open: nothing passes, the SDK notices the silence and opens another socket', async () => {
  const { alice, bob } = await pair()
  const { faults } = server.current.control
  faults.add({ action: 'half-open', userID: 'bob', times: 1 })
  await alice.sendText('bob', 'into the void')
  await alice.sendText('bob', 'and another')
  expect(bob.netStates).not.toContain('connecting')
  expect(bob.received).toEqual([])
  expect(faults.list()).toMatchObject([{ action: 'half-open', times: 0 }])

  await until(() => bob.netStates.includes('connecting'), 'the SDK gives the socket up', 20_000)
  await bob.receivedText('and another')
  expect(texts(bob)).toEqual(['into the void', 'and another'])
}, 30_000)

test('half-open ends when it is removed', async () => {
  const { alice, bob } = await pair()
  const { faults } = server.current.control
  const id = faults.add({ action: 'half-open', userID: 'bob' })
  await alice.sendText('bob', 'lost')
  faults.remove(id)
  await alice.sendText('bob', 'arrives')
  await bob.receivedText('arrives')
  expect(texts(bob)).toEqual(['arrives'])
})

test('an upload is cut for one user, as often as asked', () => {
  const { faults } = server.current.control
  faults.add({ action: 'cut-upload', atByte: 1000, userID: 'alice', times: 2 })
  expect(faults.takeUploadFault('bob')).toBeUndefined()
  expect(faults.takeUploadFault('alice')).toBe(1000)
  expect(faults.takeUploadFault('alice')).toBe(1000)
  expect(faults.takeUploadFault('alice')).toBeUndefined()
  faults.add({ action: 'cut-upload', atByte: 0 })
  expect(faults.takeUploadFault(undefined)).toBe(0)
  faults.clear()
  expect(faults.takeUploadFault('alice')).toBeUndefined()
})
