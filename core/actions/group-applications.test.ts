import { translator } from '../../locales/index'
import { message, NOW_S } from '../../tests/fixtures/builders'
import { sdkGroupApplication } from '../../tests/fixtures/fake-members'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { waitingApplications } from '../store/group-applications'
import { errorText } from '../views/error-text'
import { groupApplicationsView } from '../views/group-applications'
import { answerGroupApplication, answerInvitation, loadGroupApplications } from './group-applications'

const t = translator('en')
let it: TestKit
beforeEach(async () => {
  it = testKit()
  it.sdk.members.applications = [
    sdkGroupApplication('bob', { note: 'let me in' }),
    sdkGroupApplication('carol', { applicationType: 2, userID: 'dave' }),
    sdkGroupApplication('bob', { groupID: 'other' }),
  ]
  await loadGroupApplications(it.kit)
})
afterEach(() => it.release())

const slice = () => it.kit.store.get().groupApplications
const of = (applicant: string) => {
  const found = slice().list.find((known) => known.applicant === applicant && known.groupID === 'team')
  if (!found) throw new Error(applicant)
  return found
}
const notice = (operationType: number): void =>
  it.sdk.emit('MESSAGE_RECEIVED', [
    {
      ...message(),
      conversationID: '@TIM#SYSTEM',
      type: 'TIMGroupSystemNoticeElem',
      payload: { operationType, groupProfile: { groupID: 'team' } },
    },
  ])
const joined = (userID: string): void =>
  it.sdk.emit('MESSAGE_RECEIVED', [
    {
      ...message(),
      conversationID: 'GROUPteam',
      type: 'TIMGroupTipElem',
      payload: { operationType: 1, memberList: [{ userID }] },
    },
  ])

test('who asks is told of by group, with the words', () => {
  expect(groupApplicationsView(it.kit.store.get(), 'team', t).rows).toMatchObject([
    { name: 'BOB', note: 'let me in', open: true, state: '' },
    { name: 'dave', note: 'Invited by CAROL', open: true },
  ])
  expect(waitingApplications(slice(), 'team')).toBe(2)
  expect(waitingApplications(slice())).toBe(3)
  expect(of('bob').time).toBe(NOW_S)
})

test('an answer goes out with its words, and stays to be seen', async () => {
  expect(await answerGroupApplication(it.kit, of('bob'), true, 'welcome')).toMatchObject({ ok: true })
  expect(it.sdk.calls('handleGroupApplication')).toEqual([
    [
      {
        handleAction: 'Agree',
        handleMessage: 'welcome',
        application: {
          applicant: 'bob',
          groupID: 'team',
          authentication: 'secret',
          messageKey: NOW_S * 1e6,
          applicationType: 0,
          userID: 'bob',
        },
      },
    ],
  ])
  await answerGroupApplication(it.kit, of('carol'), false)
  await loadGroupApplications(it.kit)
  expect(groupApplicationsView(it.kit.store.get(), 'team', t).rows.map(({ state }) => state)).toEqual([
    'Accepted',
    'Declined',
  ])
})

test.each([
  [10024, 'Another admin has answered this already', 'elsewhere'],
  [10013, 'They are in the group already', 'accepted'],
])('another administrator was faster: %d', async (code, sentence, answer) => {
  it.sdk.rejectNext('handleGroupApplication', sdkError(code))
  const result = await answerGroupApplication(it.kit, of('bob'), true)
  expect(!result.ok && errorText(result.error, t)).toBe(sentence)
  expect(of('bob').answer).toBe(answer)
})

test('a lost connection leaves it open', async () => {
  it.sdk.rejectNext('handleGroupApplication', sdkError(2801))
  await answerGroupApplication(it.kit, of('bob'), true)
  expect(of('bob').answer).toBeUndefined()
})

test('whoever came in does not wait any more, and who is not told of was answered elsewhere', async () => {
  joined('dave')
  expect(of('carol').answer).toBe('accepted')
  it.sdk.members.applications = []
  await loadGroupApplications(it.kit)
  expect(of('bob').answer).toBe('elsewhere')
})

test('a notice of the system brings the new ones', async () => {
  it.sdk.members.applications = [sdkGroupApplication('erin')]
  notice(1)
  await settle()
  expect(of('erin').answer).toBeUndefined()
  notice(5)
  await settle()
  expect(it.sdk.calls('getGroupApplicationList')).toHaveLength(2)
})

test('notices that come while it is read lead to one more reading', async () => {
  const held = it.sdk.hold('getGroupApplicationList')
  const reading = loadGroupApplications(it.kit)
  await settle()
  it.sdk.members.applications = [sdkGroupApplication('erin')]
  notice(1)
  notice(1)
  held.resolve({ applicationList: [] })
  await reading
  expect(of('erin')).toBeDefined()
  expect(it.sdk.calls('getGroupApplicationList')).toHaveLength(3)
})

test('an invitation that needs consent is answered', async () => {
  const source = {
    ...message(),
    conversationID: '@TIM#SYSTEM',
    type: 'TIMGroupSystemNoticeElem',
    payload: {},
  }
  it.sdk.historyOf('@TIM#SYSTEM').push(source as never)
  const invitation = message({ id: 'row', ID: source.ID })
  expect(await answerInvitation(it.kit, invitation, true)).toMatchObject({ ok: true })
  expect(slice().invitations).toEqual({ row: 'accepted' })
  expect(it.sdk.calls('callExperimentalAPI').at(-1)).toMatchObject([
    'handleGroupInvitation',
    { handleAction: 'Agree' },
  ])
})

test('a build of the SDK without groups says so', async () => {
  it.sdk.rejectNext('getGroupApplicationList', sdkError(2998))
  expect(await loadGroupApplications(it.kit)).toMatchObject({ error: { code: 2998 } })
  expect(slice().phase).toBe('ready')
})
