import { translator } from '../../locales/index'
import type { GroupTipContent, Person, SystemNoticeContent } from '../store/types'
import { noticeWords, tipWords } from './tip-words'

const t = translator('zh-CN')
const person = (name: string, self = false): Person => ({ userID: name, name, self })
const [alice, bob, carol] = ['小艾', '小博', '小可'].map((name) => person(name)) as [Person, Person, Person]

const tip = (fields: Partial<GroupTipContent>): string =>
  tipWords(
    {
      type: 'groupTip',
      operation: 1,
      operator: alice,
      members: [bob],
      invited: false,
      changes: {},
      muteSeconds: 0,
      ...fields,
    },
    t,
  )

test.each<[string, Partial<GroupTipContent>]>([
  ['“小博”加入了群聊', { operation: 1 }],
  ['“小艾”邀请“小博”加入了群聊', { operation: 1, invited: true }],
  ['你邀请“小博”、“小可”加入了群聊', { invited: true, operator: person('me', true), members: [bob, carol] }],
  ['“小艾”邀请你加入了群聊', { invited: true, members: [person('me', true)] }],
  ['“小博”退出了群聊', { operation: 2 }],
  ['“小艾”将“小博”移出了群聊', { operation: 3 }],
  ['“小艾”将“小博”设为管理员', { operation: 4 }],
  ['“小艾”取消了“小博”的管理员身份', { operation: 5 }],
  ['“小艾”修改群名为“周末爬山”', { operation: 6, changes: { name: '周末爬山' } }],
  ['“小艾”已将群主转让给“小博”', { operation: 6, changes: { owner: '小博' } }],
  ['“小艾”更新了群公告', { operation: 6, changes: { notification: true } }],
  ['“小艾”开启了全员禁言', { operation: 6, changes: { muteAll: true } }],
  ['“小艾”关闭了全员禁言', { operation: 6, changes: { muteAll: false } }],
  ['“小艾”修改了群资料', { operation: 6 }],
  ['“小艾”将“小博”禁言，时长：10 分钟', { operation: 7, muteSeconds: 600 }],
  ['“小艾”将“小博”禁言，时长：1 天', { operation: 7, muteSeconds: 86_400 }],
  ['“小艾”将“小博”禁言，时长：永久', { operation: 7, muteSeconds: 4_294_967_295 }],
  ['“小艾”解除了“小博”的禁言', { operation: 7 }],
  ['群资料有更新', { operation: 99 }],
])('%s', (words, fields) => expect(tip(fields)).toBe(words))

test('many people are counted', () => {
  const members = Array.from({ length: 12 }, (_, index) => person(`成员${index}`))
  expect(tip({ members })).toBe('“成员0”、“成员1”、“成员2”等 12 人加入了群聊')
})

test('whoever has no name, or an endless one, is still somebody', () => {
  expect(tip({ members: [] })).toBe('有人加入了群聊')
  expect(tip({ members: [person('\u200b')] })).toBe('有人加入了群聊')
  expect(tip({ members: [person('长'.repeat(500))] }).length).toBeLessThan(40)
})

const notice = (operation: number, words = ''): string => {
  const content: SystemNoticeContent = {
    type: 'systemNotice',
    operation,
    operator: bob,
    groupID: 'g1',
    groupName: '周末爬山',
    words,
  }
  return noticeWords(content, t)
}

test.each([
  [1, '“小博”申请加入群聊“周末爬山”'],
  [2, '你已加入群聊“周末爬山”'],
  [3, '“小博”拒绝了你加入群聊“周末爬山”的申请'],
  [4, '你被“小博”移出了群聊“周末爬山”'],
  [5, '群聊“周末爬山”已解散'],
  [7, '“小博”邀请你加入了群聊“周末爬山”'],
  [99, '来自群聊“周末爬山”的通知'],
])('notice %d: %s', (operation, words) => expect(notice(operation)).toBe(words))

test('a notice of the host is told in its own words', () => {
  expect(notice(255, '今晚停机维护')).toBe('今晚停机维护')
})
