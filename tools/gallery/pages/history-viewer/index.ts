import { openHistory } from '../../../../core/actions/history'
import { addChat, addHistory, sdkError, type FakeSdk } from '../../chat-sdk'
import { overChat } from '../../layers'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const C2C = 'C2Cbob'
const TIME = 1_700_000_000

function scenes(language: Language): Scene[] {
  const { say } = language
  const { name, longName, usual, long, unbroken } = texts(language)
  const entry = (nick: string, text: string, at: number) => ({
    from: nick,
    nick,
    time: TIME + at * 400,
    messageBody: [{ type: 'TIMTextElem', payload: { text } }],
  })
  const inner = {
    from: name,
    nick: name,
    time: TIME + 2000,
    messageBody: [{ type: 'TIMRelayElem', payload: { title: longName, abstractList: [usual, long] } }],
  }
  const title = say('群聊的聊天记录', 'Group chat history')
  const prepare =
    (payload: object) =>
    (sdk: FakeSdk): void => {
      addChat(sdk, { conversationID: C2C, name })
      addHistory(sdk, C2C, [{ fields: { type: 'TIMRelayElem', payload: { title, ...payload } } }])
    }
  const then = (sdk: FakeSdk): void =>
    void overChat(sdk, C2C, (kit, [message]) => message && void openHistory(kit, message))
  const messageList = [entry(name, usual, 0), entry(longName, long, 1), entry(name, unbroken, 2), inner]
  return [
    { caption: say('几条消息', 'Some messages'), prepare: prepare({ messageList }), then },
    { caption: say('没有内容', 'Nothing in it'), prepare: prepare({ messageList: [] }), then },
    {
      caption: say('正在加载', 'Loading'),
      prepare: (sdk) => {
        prepare({ downloadKey: 'far' })(sdk)
        sdk.hold('downloadMergerMessage')
      },
      then,
    },
    {
      caption: say('加载失败，可以重试', 'Failed, with retry'),
      prepare: (sdk) => {
        prepare({ downloadKey: 'far' })(sdk)
        sdk.rejectNext('downloadMergerMessage', sdkError(2452))
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
