import { RawClient, useServer } from '../../harness'

const server = useServer()

const tags = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

test('a profile has at most twenty custom fields', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  const set = (names: string[]): Promise<Record<string, unknown>> =>
    alice.request('profile.portrait_set', { ProfileItem: names.map((Tag) => ({ Tag, Value: 'x' })) })
  const custom = tags('Tag_Profile_Custom_f', 21)
  expect(await set(custom)).toMatchObject({ ErrorCode: 40001 })
  expect(await set(custom.slice(0, 20))).toMatchObject({ ErrorCode: 0 })
  expect(await set(custom.slice(20))).toMatchObject({ ErrorCode: 40001 })
  expect(await set([...custom.slice(0, 5), 'Tag_Profile_IM_Nick'])).toMatchObject({ ErrorCode: 0 })
  alice.close()
})

test('a friend has at most twenty custom fields', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  await alice.request('sns.friend_add', { AddFriendItem: [{ To_Account: 'bob' }] })
  const SnsItem = tags('Tag_SNS_Custom_f', 21).map((Tag) => ({ Tag, Value: 'x' }))
  const set = (items: object[]): Promise<Record<string, unknown>> =>
    alice.request('sns.friend_update', { UpdateItem: [{ To_Account: 'bob', SnsItem: items }] })
  expect(await set(SnsItem)).toMatchObject({ ResultItem: [{ ResultCode: 30001 }] })
  expect(await set(SnsItem.slice(0, 20))).toMatchObject({ ResultItem: [{ ResultCode: 0 }] })
  alice.close()
})

test('a friend group that is refused is not created', async () => {
  const alice = await RawClient.login(server.current, 'alice')
  const request = { GroupName: ['work'], To_Account: [5] }
  expect(await alice.request('sns.group_add', request)).toMatchObject({ ErrorCode: 20001 })
  expect(await alice.request('sns.group_get', {})).toMatchObject({ ResultItem: [] })
  alice.close()
})
