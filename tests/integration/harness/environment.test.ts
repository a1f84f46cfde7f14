import { until, useServer } from '.'

const server = useServer()

// What fails is what is not taken: the runner counts a rejection without a handler against the test that runs.
test('a promise of the SDK that nobody waits for fails no test', async () => {
  const alice = await server.login('alice')
  void alice.chat.joinGroup({ groupID: 'nowhere' })
  await expect(alice.chat.joinGroup({ groupID: 'nowhere' })).rejects.toMatchObject({ code: 10010 })
  await until(() => alice.chat.isReady(), 'a moment later alice is still there')
})
