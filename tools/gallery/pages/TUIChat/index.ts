import { addChat, addHistory, ME, sdkError, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const GROUP = 'GROUPhiking'
const C2C = 'C2Cbob'

const JOINED = 1

function group(sdk: FakeSdk, language: Language): void {
  const { say } = language
  const { name, longName, usual, short, long } = texts(language)
  addChat(sdk, { conversationID: GROUP, name: longName })
  addHistory(sdk, GROUP, [
    {
      from: '@TIM#SYSTEM',
      fields: {
        type: 'TIMGroupTipElem',
        payload: {
          operationType: JOINED,
          operatorID: 'bob',
          userIDList: ['bob'],
          memberList: [{ userID: 'bob', nick: name }],
        },
      },
    },
    { text: usual, fields: { nick: name } },
    { text: short, fields: { nick: name } },
    { text: long, from: 'sarah', fields: { nick: say('林晓雨', 'Sarah') } },
    { text: usual, from: ME },
    {
      text: usual,
      from: 'sarah',
      fields: { nick: say('林晓雨', 'Sarah'), isRevoked: true, revoker: 'sarah' },
    },
    { text: usual, from: ME, fields: { isRevoked: true, revoker: ME } },
  ])
}

function scenes(language: Language): Scene[] {
  const { say } = language
  const { name, longName, usual, short, long, emoji } = texts(language)
  const chat = (sdk: FakeSdk): void => addChat(sdk, { conversationID: C2C, name })
  const many = Array.from({ length: 40 }, (_, at) => ({ text: `${usual} ${at + 1}` }))
  return [
    {
      caption: say('两个人', 'Two people'),
      conversationID: C2C,
      prepare(sdk) {
        chat(sdk)
        addHistory(sdk, C2C, [
          { text: usual },
          { text: emoji },
          { text: long, from: ME },
          { text: short, from: ME, fields: { status: 'fail' } },
          { text: usual, from: ME, fields: { isPeerRead: true } },
        ])
      },
    },
    { caption: say('群聊', 'Group'), conversationID: GROUP, prepare: (sdk) => group(sdk, language) },
    {
      caption: say('很多未读', 'Many unread'),
      conversationID: C2C,
      prepare(sdk) {
        addChat(sdk, { conversationID: C2C, name: longName, unread: 36 })
        addHistory(sdk, C2C, many)
      },
    },
    {
      caption: say('连接断开', 'Disconnected'),
      conversationID: C2C,
      prepare: chat,
      then: (sdk) => sdk.emit('NET_STATE_CHANGE', { state: 'disconnected' }),
    },
    { caption: say('没有消息', 'No messages'), conversationID: C2C, prepare: chat },
    {
      caption: say('正在加载', 'Loading'),
      conversationID: C2C,
      prepare: (sdk) => void sdk.hold('getMessageList'),
    },
    {
      caption: say('加载失败，可以重试', 'Failed, with retry'),
      conversationID: C2C,
      prepare: (sdk) => sdk.rejectNext('getMessageList', sdkError(2801)),
    },
    { caption: say('没有这个用户：不能输入', 'No such user: no composer'), conversationID: 'C2Cnobody' },
    { caption: say('系统通知：只能看', 'System notices: read only'), conversationID: '@TIM#SYSTEM' },
  ]
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
