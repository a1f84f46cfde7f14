import { until, useServer, type TestClient } from '../../harness'

/** An event that the types of the SDK leave out. */
const SERVER_CONFIG_UPDATED = 'onServerConfigUpdated'

/** Bit 7: user status. */
const NO_STATUS = [...'1'.repeat(64)].map((bit, index) => (index === 63 - 7 ? '0' : bit)).join('')

const askForStatus = (client: TestClient): Promise<unknown> =>
  client.chat.getUserStatus({ userIDList: ['bob'] }) as Promise<unknown>

describe('paid abilities', () => {
  const small = useServer({ abilities: NO_STATUS })
  test('that the app has not got are refused', async () => {
    const alice = await small.login('alice')
    await expect(askForStatus(alice)).rejects.toMatchObject({ code: 3122 })
    await alice.sendText('bob', 'others work')
  })
})

describe('while it runs', () => {
  const server = useServer({ config: { color: 'red' } })
  const configs = (client: TestClient): unknown[] =>
    client.seen<{ config: unknown }>(SERVER_CONFIG_UPDATED).map(({ config }) => config)

  test('abilities can be taken from connected clients, and given back', async () => {
    const alice = await server.login('alice')
    await askForStatus(alice)
    const rejected = (): Promise<boolean> =>
      askForStatus(alice).then(
        () => false,
        ({ code }: { code: number }) => code === 3122,
      )
    server.current.control.pushAbilities(NO_STATUS)
    await until(rejected, 'alice may not')
    server.current.control.pushAbilities('1'.repeat(64))
    await until(async () => !(await rejected()), 'alice may again')
    expect(() => server.current.control.pushAbilities('2')).toThrow('64 characters')
  })

  test('the cloud configuration reaches clients at login and when it changes', async () => {
    const alice = await server.login('alice')
    await until(() => configs(alice).length === 1, 'the first configuration')
    server.current.control.pushConfig({ color: 'blue', size: '7' })
    await until(() => configs(alice).length === 2, 'the second configuration')
    expect(configs(alice)).toEqual([{ color: 'red' }, { color: 'blue', size: '7' }])
    const bob = await server.login('bob')
    await until(() => configs(bob).length === 1, 'the configuration of now')
    expect(configs(bob)).toEqual([{ color: 'blue', size: '7' }])
  })

  test('a user can be told that a command is overloaded', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const send = (client: TestClient): Promise<number> =>
      client.sendText('carol', 'now?').then(
        () => 0,
        ({ code }: { code: number }) => code,
      )
    server.current.control.overload('openim.sendmsg', 2, 'alice')
    await until(async () => (await send(alice)) === 60022, 'alice has to wait')
    expect(await send(bob)).toBe(0)
    await until(async () => (await send(alice)) === 0, 'alice may send again')
  }, 10_000)
})
