import { loadGroup } from '../../../../core/actions/groups'
import { loadGroupApplications } from '../../../../core/actions/group-applications'
import { acquireKit } from '../../../../core/kit'
import { groupApplicationID } from '../../../../core/store/group-applications'
import { sdkFriend } from '../../../../tests/fixtures/fake-contacts'
import { sdkProfile } from '../../../../tests/fixtures/fake-groups'
import { sdkGroupApplication, sdkMember } from '../../../../tests/fixtures/fake-members'
import { addHistory, ago, sdkError, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

interface MemberScene extends Scene {
  screen: 'members' | 'member' | 'add' | 'manage' | 'requests' | 'request' | 'chat'
  purpose?: 'remove' | 'admin' | 'owner'
  userID?: string
}

const SYSTEM = '@TIM#SYSTEM'
const MONTH = 2_592_000

/** What the screens read that lead here in the kit. */
function load({ instance, namespace }: FakeSdk): void {
  const kit = acquireKit({ instance, namespace, language: phoneLanguage().t.locale })
  void loadGroup(kit, 'team')
  void loadGroupApplications(kit)
}

function scenes(language: Language): MemberScene[] {
  const { say } = language
  const { name, longName, unbrokenName, long } = texts(language)
  const people = [longName, 'سارة', unbrokenName, ...'abcdefghijklmnop'.split('')]
  const muteUntil = Math.floor(Date.now() / 1000) + MONTH
  const fill =
    (role = 'Owner', fields: Record<string, unknown> = {}) =>
    (sdk: FakeSdk): void => {
      const { groups, contacts, members } = sdk
      groups.set('team', {
        profile: sdkProfile({
          name: say('周末爬山', 'Weekend hiking'),
          memberCount: 10_000,
          inviteOption: 'NeedPermission',
          selfInfo: { role },
          ...fields,
        }),
        members: [
          sdkMember('alice', { nick: name, role }),
          sdkMember('bob', { nick: say('王浩', 'Bob'), role: 'Admin', isOnline: true }),
          sdkMember('carol', { nick: longName, nameCard: say('领队', 'Guide'), muteUntil }),
          ...people.map((nick, at) => sdkMember(`u${at}`, { nick })),
        ],
      })
      contacts.friends = [
        sdkFriend('bob', { nick: say('王浩', 'Bob') }),
        sdkFriend('long', { nick: longName }),
        sdkFriend(unbrokenName),
      ]
      members.applications = [
        sdkGroupApplication('erin', { applicantNick: longName, note: long, messageKey: ago(5) * 1e6 }),
        sdkGroupApplication('bob', { applicationType: 2, userID: 'frank', applicantNick: name }),
      ]
    }
  const scene = (
    caption: string,
    fields: Partial<MemberScene> & Pick<MemberScene, 'screen'>,
  ): MemberScene => ({
    caption,
    prepare: fill(),
    then: load,
    ...fields,
  })
  const notice = (operationType: number, fields: Record<string, unknown> = {}) => ({
    from: SYSTEM,
    fields: {
      type: 'TIMGroupSystemNoticeElem',
      payload: {
        operationType,
        operatorID: 'erin',
        operatorInfo: { userID: 'erin', nick: name },
        groupProfile: { groupID: 'team', name: say('周末爬山', 'Weekend hiking') },
        handleMessage: '',
        ...fields,
      },
    },
  })
  return [
    scene(say('群成员', 'Members'), { screen: 'members' }),
    scene(say('移出群成员', 'Removing members'), { screen: 'members', purpose: 'remove' }),
    scene(say('加载失败，可以重试', 'Failed, with retry'), {
      screen: 'members',
      prepare(sdk) {
        fill()(sdk)
        sdk.rejectNext('getGroupMemberList', sdkError(2801))
      },
    }),
    scene(say('成员，群主看到的', 'A member, seen by the owner'), { screen: 'member', userID: 'carol' }),
    scene(say('成员，普通成员看到的', 'A member, seen by another'), {
      screen: 'member',
      userID: 'bob',
      prepare: fill('Member'),
    }),
    scene(say('不在群里了', 'Not in it any more'), { screen: 'member', userID: 'gone' }),
    scene(say('添加成员', 'Adding members'), { screen: 'add', prepare: fill('Member') }),
    scene(say('群管理', 'Managing the group'), { screen: 'manage' }),
    scene(say('入群申请', 'Join requests'), { screen: 'requests' }),
    scene(say('没有入群申请', 'No join requests'), {
      screen: 'requests',
      prepare(sdk) {
        fill()(sdk)
        sdk.members.applications = []
      },
    }),
    scene(say('申请详情', 'One request'), { screen: 'request' }),
    scene(say('系统通知', 'Notices of the system'), {
      screen: 'chat',
      conversationID: SYSTEM,
      prepare(sdk) {
        fill()(sdk)
        addHistory(sdk, SYSTEM, [
          notice(4, { handleMessage: long }),
          notice(2),
          notice(1, { operatorID: 'dave' }),
          notice(1, { handleMessage: long }),
          notice(12),
        ])
      },
    }),
  ]
}

const REQUEST = groupApplicationID({ groupID: 'team', applicant: 'erin', userID: 'erin' })

show(
  (language) => {
    const list = scenes(language)
    return {
      screens: screensOf(list).map((shown, at) => {
        const { screen = '', purpose = '', userID = '' } = list[at] ?? {}
        return { ...shown, screen, purpose, userID, requestID: REQUEST }
      }),
    }
  },
  {
    filled() {
      play(this, scenes(phoneLanguage()))
    },
  },
)
