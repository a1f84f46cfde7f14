import { openReaders } from '../../../../core/actions/readers'
import { addChat, addHistory, ME, sdkError, type FakeSdk } from '../../chat-sdk'
import { GROUP, overChat } from '../../layers'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

function scenes(language: Language): Scene[] {
  const { say } = language
  const { longName, usual, unbrokenName } = texts(language)
  const prepare =
    (read: string[]) =>
    (sdk: FakeSdk): void => {
      addChat(sdk, { conversationID: GROUP, name: longName })
      addHistory(sdk, GROUP, [{ text: usual, from: ME, fields: { needReadReceipt: true } }])
      const [message] = sdk.historyOf(GROUP)
      if (message) sdk.actions.readers.set(message.ID, { read, unread: ['zoe'] })
    }
  const then = (sdk: FakeSdk): void =>
    void overChat(sdk, GROUP, (kit, [message]) => message && openReaders(kit, GROUP, message.id))
  return [
    { caption: say('已读的人', 'Who has read it'), prepare: prepare(['bob', 'sarah', unbrokenName]), then },
    { caption: say('还没有人已读', 'Nobody yet'), prepare: prepare([]), then },
    {
      caption: say('加载失败，可以重试', 'Failed, with retry'),
      prepare: (sdk) => {
        prepare(['bob'])(sdk)
        sdk.rejectNext('getGroupMessageReadMemberList', sdkError(2801))
      },
      then,
    },
  ]
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
