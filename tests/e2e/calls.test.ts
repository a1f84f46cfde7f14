import { useStudio, type Phone } from './harness'

jest.setTimeout(120_000)

const stage = useStudio(
  {
    users: [
      { userID: 'alice', nick: '林晓雨' },
      { userID: 'bob', nick: '王浩' },
      { userID: 'carol', nick: '陈医生' },
    ],
    groups: [
      {
        groupID: 'team',
        type: 'Work',
        name: '项目组',
        owner: 'alice',
        members: ['bob', 'carol'],
        minutesAgo: 99,
      },
    ],
    messages: [
      { from: 'bob', to: 'alice', text: '在吗', minutesAgo: 3 },
      { from: 'bob', group: 'team', text: '周报发我一下', minutesAgo: 5 },
    ],
  },
  '/calls',
)

const press = ({ page }: Phone, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** Begins a call from the panel behind the plus. */
async function begin(phone: Phone, tool: string): Promise<void> {
  await phone.page.locator('message-input').getByRole('button', { name: '更多' }).click()
  await press(phone, tool)
}

const screen = (phone: Phone) => phone.page.getByRole('dialog')

/** Pictures of so many others go on: their frames are decoded, and become more. */
const picturesMove = ({ page }: Phone, count: number): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('wx-live-player > video')]
    const moving = videos.filter((video) => video.getVideoPlaybackQuality().totalVideoFrames > 20)
    return moving.length === wanted
  }, count)

/** The microphones and cameras that are open. */
const open = ({ page }: Phone): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLVideoElement>('wx-live-pusher > video')].flatMap(
        ({ srcObject }) => (srcObject as MediaStream | null)?.getTracks() ?? [],
      ).length,
  )

test('two phones call, see each other, mute, switch to voice and hang up; both have the record', async () => {
  const alice = await stage.phone('alice')
  const bob = await stage.phone('bob')
  await bob.row('林晓雨').waitFor()
  await alice.row('王浩').click()
  await begin(alice, '视频通话')
  await screen(alice).getByText('等待对方接受邀请').waitFor()
  await screen(bob).getByText('邀请你视频通话').waitFor()
  await screen(bob).getByText('林晓雨').waitFor()
  await press(bob, '接听')

  await picturesMove(alice, 1)
  await picturesMove(bob, 1)
  await screen(alice)
    .getByText(/^00:\d\d$/)
    .waitFor()
  await press(alice, '麦克风已开')
  await alice.page.getByRole('button', { name: '麦克风已关' }).waitFor()
  await press(bob, '切换大小画面')

  // As a small window the call goes on, and the chat can be used.
  await press(alice, '收起通话')
  await alice.send('等我一下')
  await press(alice, '返回通话')
  await picturesMove(alice, 1)

  await press(alice, '切到语音')
  await alice.page.getByRole('button', { name: '切到语音' }).waitFor({ state: 'detached' })
  await bob.page.getByRole('button', { name: '切到语音' }).waitFor({ state: 'detached' })
  expect(await open(alice)).toBe(0)
  await press(bob, '挂断')
  await screen(alice).waitFor({ state: 'detached' })
  await screen(bob).waitFor({ state: 'detached' })
  expect(await alice.page.locator('wx-live-pusher').count()).toBe(0)

  await alice.bubble(/^通话时长 00:\d\d$/).waitFor()
  await bob.row('林晓雨').click()
  await bob.bubble(/^通话时长 00:\d\d$/).waitFor()
})

test('a call that is refused, and one that nobody waited for', async () => {
  const alice = await stage.phone('alice')
  const bob = await stage.phone('bob')
  await alice.row('王浩').click()
  await bob.row('林晓雨').click()
  await begin(alice, '语音通话')
  await press(bob, '拒绝')
  await alice.bubble('对方已拒绝').waitFor()
  await bob.bubble('已拒绝').waitFor()

  await begin(bob, '语音通话')
  await screen(alice).getByText('邀请你语音通话').waitFor()
  await press(bob, '取消')
  await screen(alice).waitFor({ state: 'detached' })
  await bob.bubble('已取消').waitFor()
  await alice.bubble('对方已取消').waitFor()
})

test('three in a group see each other, and whoever leaves makes room', async () => {
  const alice = await stage.phone('alice')
  const bob = await stage.phone('bob')
  const carol = await stage.phone('carol')
  await alice.row('项目组').click()
  await begin(alice, '视频通话')
  await alice.page.getByRole('checkbox', { name: '王浩' }).click()
  await alice.page.getByRole('checkbox', { name: '陈医生' }).click()
  await press(alice, /^呼叫/)
  await press(bob, '接听')
  await press(carol, '接听')
  for (const phone of [alice, bob, carol]) await picturesMove(phone, 2)
  await press(carol, '挂断')
  await picturesMove(alice, 1)
  await press(bob, '挂断')
  await screen(bob).waitFor({ state: 'detached' })
  await screen(alice).waitFor({ state: 'detached' })
})
