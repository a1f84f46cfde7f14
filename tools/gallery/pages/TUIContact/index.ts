import { sdkApplication, sdkFriend, sdkGroup } from '../../../../tests/fixtures/fake-contacts'
import { ago, sdkError, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

/** A scene, and which screen it begins with: one that can come first, or a part on its own. */
interface ContactScene extends Scene {
  screen: string
}

function scenes(language: Language): ContactScene[] {
  const { say } = language
  const { name, longName, unbrokenName, long, arabic } = texts(language)
  const fill = ({ contacts, users }: FakeSdk): void => {
    const signature = { selfSignature: long, gender: 'Gender_Type_Female', birthday: 19950817 }
    contacts.friends = [
      sdkFriend('bob', { nick: name, remark: say('老王', 'Bobby'), profile: signature }),
      sdkFriend('long', { nick: longName }),
      sdkFriend('sarah', { nick: 'سارة', profile: { selfSignature: arabic } }),
      sdkFriend(unbrokenName),
    ]
    for (const { userID, profile } of contacts.friends) {
      users.add(userID)
      contacts.profiles.set(userID, profile)
    }
    contacts.profiles.set('alice', { nick: say('林晓雨', 'Alice'), selfSignature: long, birthday: 20000131 })
    contacts.applications = [
      sdkApplication('carol', { nick: say('小唐', 'Carol'), wording: long, time: ago(3) }),
      sdkApplication('dave', { nick: longName, type: 'Pendency_Type_SendOut', time: ago(300) }),
    ]
    contacts.unread = 1
    contacts.blocked = ['long', 'mallory']
    contacts.friendGroups = [
      { name: say('家人', 'Family'), userIDList: ['bob', 'long'], count: 2 },
      { name: say('同事', 'Work'), userIDList: [], count: 0 },
    ]
    contacts.groups = [
      sdkGroup('hiking', { name: say('周末爬山', 'Weekend hiking') }),
      sdkGroup('work', { name: longName, memberCount: 500 }),
    ]
  }
  const filled = (caption: string, screen: string): ContactScene => ({ caption, screen, prepare: fill })
  const empty = (caption: string, screen: string): ContactScene => ({ caption, screen })
  return [
    filled(say('通讯录', 'Contacts'), 'contacts'),
    empty(say('没有好友', 'No friends'), 'contacts'),
    {
      caption: say('加载失败，可以重试', 'Failed, with retry'),
      screen: 'contacts',
      prepare: (sdk) => sdk.rejectNext('getFriendList', sdkError(2801)),
    },
    {
      caption: say('正在加载', 'Loading'),
      screen: 'contacts',
      prepare: (sdk) => void sdk.hold('getFriendList'),
    },
    filled(say('新的朋友', 'New friends'), 'applications'),
    empty(say('没有好友申请', 'No requests'), 'applications'),
    filled(say('群聊', 'Groups'), 'groups'),
    empty(say('没有群聊', 'No groups'), 'groups'),
    filled(say('标签', 'Labels'), 'labels'),
    empty(say('没有标签', 'No labels'), 'labels'),
    filled(say('黑名单', 'Blocked people'), 'blocked'),
    empty(say('黑名单是空的', 'Nobody is blocked'), 'blocked'),
    filled(say('我的资料', 'My profile'), 'me'),
    empty(say('添加朋友', 'Add a friend'), 'add'),
    filled(say('发起聊天', 'New chat'), 'chat'),
    empty(say('发起聊天，没有好友', 'New chat, no friends'), 'chat'),
    filled(say('创建群聊', 'New group'), 'create'),
    empty(say('加入群聊', 'Join a group'), 'join'),
    filled(say('好友', 'A friend'), 'person'),
    filled(say('选择联系人', 'Choosing people'), 'pick'),
    filled(say('一个标签', 'One label'), 'label'),
    filled(say('修改文字', 'Changing a text'), 'edit'),
  ]
}

show(
  (language) => {
    const list = scenes(language)
    return {
      screens: screensOf(list).map((screen, at) => ({ ...screen, screen: list[at]?.screen })),
      family: language.say('家人', 'Family'),
      chosen: ['bob'],
    }
  },
  {
    filled() {
      play(this, scenes(phoneLanguage()))
    },
  },
)
