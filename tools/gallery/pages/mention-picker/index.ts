import { addChat, sdkError, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const GROUP = 'GROUPhiking'

function scenes(language: Language): Scene[] {
  const { say } = language
  const { name, longName, unbrokenName, arabic } = texts(language)
  const members = [name, longName, unbrokenName, arabic, '周倩', 'Carol', 'Dave'].map((nick, at) => ({
    userID: `user${at}`,
    nick,
    role: at === 0 ? 'Owner' : at === 1 ? 'Admin' : 'Member',
  }))
  const prepare =
    (role: string, list: object[]) =>
    (sdk: FakeSdk): void => {
      addChat(sdk, { conversationID: GROUP, name: longName })
      sdk.groups.set('hiking', { profile: { selfInfo: { role, muteUntil: 0 } }, members: list })
    }
  return [
    { caption: say('群成员', 'Members'), prepare: prepare('Member', members) },
    {
      caption: say('群主可以提醒所有人', 'The owner may mention everyone'),
      prepare: prepare('Owner', members),
    },
    { caption: say('没有别人', 'Nobody else'), prepare: prepare('Member', []) },
    {
      caption: say('加载失败', 'Failed'),
      prepare: (sdk) => {
        prepare('Member', members)(sdk)
        sdk.rejectNext('getGroupMemberList', sdkError(2801))
      },
    },
  ]
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
