import { useStudio, type Phone } from './harness'

jest.setTimeout(120_000)

const stage = useStudio({
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
    { from: 'carol', to: 'alice', text: '明天复查', minutesAgo: 9 },
    { from: 'bob', group: 'team', text: '周报发我一下', minutesAgo: 5 },
  ],
})

let alice: Phone
let bob: Phone

beforeEach(async () => {
  alice = await stage.phone('alice')
  bob = await stage.phone('bob')
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** An entry of the panel behind the plus, which stays open after it. */
async function tool(phone: Phone, name: string): Promise<void> {
  const entry = phone.css('tool').filter({ hasText: name })
  if (!(await entry.isVisible())) await phone.css('composer').getByRole('button', { name: '更多' }).click()
  await entry.click()
}

/** An entry after which the platform lets files be chosen. */
async function pick(phone: Phone, name: string, file: string, mimeType: string): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await tool(phone, name)
  await (await chooser).setFiles({ name: file, mimeType, buffer: PNG })
}

/** Both phones in their chat with each other. */
async function together(): Promise<void> {
  await alice.row('王浩').click()
  await bob.row('林晓雨').click()
  await alice.bubble('在吗').waitFor()
  await bob.bubble('在吗').waitFor()
}

const custom = (data: object | string, Ext = ''): object => ({
  MsgType: 'TIMCustomElem',
  MsgContent: { Data: typeof data === 'string' ? data : JSON.stringify(data), Desc: '', Ext },
})

const video = { VideoSecond: 75, VideoSize: 9, VideoFormat: 'mp4', ThumbWidth: 90, ThumbHeight: 160 }

const hungUp = {
  businessID: 1,
  inviteID: 'x',
  inviter: 'alice',
  inviteeList: ['bob'],
  actionType: 1,
  data: JSON.stringify({
    businessID: 'av_call',
    call_type: 1,
    call_end: 65,
    data: { cmd: 'hangup', inviter: 'alice', userIDs: ['bob'] },
  }),
}

/** What apps and servers send that the panel has no entry for, and what both people see of it. */
const ELSEWHERE: [element: object, seen: string | RegExp][] = [
  [custom({ businessID: 'order', title: '手冲咖啡壶', price: '¥268' }), '¥268'],
  [custom({ businessID: 'text_link', text: '春季活动', link: 'https://example.com' }), '春季活动'],
  [custom('consultion', JSON.stringify({ title: '想咨询什么', item: [{ key: '退换货' }] })), '退换货'],
  [custom(hungUp), '通话时长 01:05'],
  [custom({ businessID: 'nobody knows' }), '[暂不支持的消息]'],
  [{ MsgType: 'TIMVideoFileElem', MsgContent: video }, '1:15'],
  [{ MsgType: 'TIMFaceElem', MsgContent: { Index: 9, Data: 'hi' } }, '[表情]'],
  [{ MsgType: 'TIMTextElem', MsgContent: { Text: '好的[TUIEmoji_Smile]' } }, /^好的\p{Emoji}/u],
]

test('whatever one can send arrives on the other phone, and is shown on both', async () => {
  await together()

  await alice.send('看 example.com 😀')
  await bob.css('link').filter({ hasText: 'example.com' }).waitFor()

  await pick(alice, '相册', 'sea.png', 'image/png')
  await bob.css('picture').waitFor()
  await bob.css('picture').click()
  await bob.page.locator('.phone-gallery img').click()

  await pick(alice, '文件', '合同.pdf', 'application/pdf')
  await bob.bubble('合同.pdf').waitFor()

  await tool(alice, '位置')
  await alice.page.getByText('深圳湾公园').click()
  await bob.bubble('深圳湾公园').waitFor()

  await tool(alice, '评价')
  await alice.page.getByRole('radio').nth(3).click()
  await alice.page.getByPlaceholder('说说你的感受').fill('回复很快')
  await alice.page.getByRole('button', { name: '提交' }).click()
  await bob.bubble('回复很快').waitFor()
  await bob.page.getByRole('img', { name: '4 星，满分 5 星' }).waitFor()

  await alice.page.getByRole('button', { name: '语音', exact: true }).click()
  await alice.holdToTalk()
  await alice.talk()
  await alice.page.mouse.up()
  await bob.page.getByRole('button', { name: /^语音，\d 秒，未播放$/ }).waitFor()

  for (const [element, seen] of ELSEWHERE) {
    await stage.studio.control('messages', { from: 'alice', userID: 'bob', elements: [element] })
    for (const phone of [alice, bob]) await phone.css('bubble').filter({ hasText: seen }).waitFor()
  }

  // The list has a word for the last of them, and all of it is still there after a reload.
  await bob.back()
  await bob.row('林晓雨').waitFor()
  await bob.page.reload()
  await bob.row('林晓雨').click()
  for (const text of ['合同.pdf', '回复很快', '春季活动']) await bob.bubble(text).waitFor()
})

test('what can be done with a message, and what the other one sees of it', async () => {
  await together()

  // Quoted: a tap on the quote finds its origin.
  await alice.choose(alice.bubble('在吗'), '引用')
  await alice.send('在的')
  await bob.css('quote').filter({ hasText: '王浩：在吗' }).click()

  // Answered by an emoji, and that taken back.
  await bob.longPress(bob.bubble('在的'))
  await bob.css('reaction').first().click()
  const chip = alice.css('chip')
  await chip.filter({ hasText: '王浩' }).waitFor()
  await bob.css('chip').click()
  await chip.waitFor({ state: 'detached' })

  // Edited by its author.
  await alice.send('周六见')
  await alice.choose(alice.bubble('周六见'), '编辑')
  await alice.type('周日见')
  await alice.page.getByRole('button', { name: '保存', exact: true }).click()
  await bob.bubble('周日见').waitFor()
  await bob.css('edited').waitFor()

  // Taken back, and written anew.
  await alice.send('带上相机')
  await bob.bubble('带上相机').waitFor()
  await alice.choose(alice.bubble('带上相机'), '撤回')
  await bob.page.getByText('林晓雨撤回了一条消息').waitFor()
  await alice.page.getByText('重新编辑').click()
  await alice.send('带上相机和水')
  await bob.bubble('带上相机和水').waitFor()

  // Copied, and translated; a service that does not answer says so beside the text.
  await bob.choose(bob.bubble('周日见'), '复制')
  await bob.page.getByText('内容已复制').waitFor()
  await bob.choose(bob.bubble('周日见'), '翻译')
  await bob.css('extra').filter({ hasText: '周日见' }).waitFor()
  await stage.studio.control('faults', {
    action: 'error',
    on: 'request',
    command: 'im_open_translate.ws_batch_trans_text',
    code: 60020,
    info: 'no',
  })
  await bob.choose(bob.bubble('带上相机和水'), '翻译')
  await bob.css('extra').filter({ hasText: '翻译失败' }).waitFor()

  // Deleted on one's own phone only.
  await bob.choose(bob.bubble('带上相机和水'), '删除')
  await bob.page.getByText('删除', { exact: true }).last().click()
  await bob.bubble('带上相机和水').waitFor({ state: 'detached' })
  await alice.bubble('带上相机和水').waitFor()
})

test('several messages are chosen, forwarded as one, and read on the third phone', async () => {
  await together()
  const carol = await stage.phone('carol')
  await alice.send('第一句')
  await alice.send('第二句')
  await bob.bubble('第二句').waitFor()

  await alice.choose(alice.bubble('第一句'), '多选')
  await alice.page.getByRole('checkbox', { name: '选择' }).first().waitFor()
  const rows = alice.css('row').filter({ hasText: '第二句' })
  await rows.getByRole('checkbox').click()
  await alice.page.getByText('已选择 2 条').waitFor()
  await alice.page.getByRole('button', { name: '合并转发' }).click()
  await alice.page.getByRole('checkbox', { name: '陈医生' }).click()
  await alice.page.getByPlaceholder('留言').fill('你看看')
  await alice.page.getByRole('button', { name: '发送(1)' }).or(alice.css('send')).last().click()

  await carol.row('林晓雨').click()
  await carol.bubble('你看看').waitFor()
  await carol.bubble('聊天记录').click()
  await carol.css('panel').getByText('第二句').waitFor()
  await carol.systemBack()

  // And deleted: on this phone, not on the other.
  await alice.choose(alice.bubble('第一句'), '多选')
  await alice.page.getByRole('button', { name: '删除', exact: true }).click()
  await alice.page.getByText('删除 1 条消息').click()
  await alice.bubble('第一句').waitFor({ state: 'detached' })
  await bob.bubble('第一句').waitFor()
})

test('in a group: who is meant, who has read it, and what is pinned', async () => {
  await alice.row('项目组').click()
  await bob.row('项目组').click()
  await alice.bubble('周报发我一下').waitFor()

  await alice.field().click()
  await alice.page.keyboard.type('@')
  await alice.page.getByText('王浩', { exact: true }).last().click()
  await alice.page.keyboard.type('今天下班前')
  await alice.page.getByRole('button', { name: '发送', exact: true }).click()
  await bob.css('mention').filter({ hasText: '@王浩' }).waitFor()

  await alice.css('receipt').filter({ hasText: '1 人已读' }).click()
  await alice.css('panel').getByText('王浩').waitFor()
  await alice.systemBack()

  await alice.choose(alice.bubble('周报发我一下'), '置顶')
  await bob.page.getByRole('button', { name: /置顶/ }).click()
  await bob.css('panel').getByText('周报发我一下').waitFor()
})
