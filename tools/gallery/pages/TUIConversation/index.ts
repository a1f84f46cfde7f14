import { addChat, sdkError, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const muted = { messageRemindType: 'AcceptNotNotify' }

function scenes(language: Language): Scene[] {
  const { say } = language
  const { name, longName, usual, long, arabic } = texts(language)
  const fill = (sdk: FakeSdk): void => {
    const group = 'GROUPhiking'
    addChat(sdk, { conversationID: 'C2Cbob', name, text: usual, fields: { isPinned: true } })
    addChat(sdk, { conversationID: group, name: say('周末爬山', 'Weekend hiking'), text: usual, unread: 120 })
    addChat(sdk, {
      conversationID: 'GROUPwork',
      name: longName,
      text: long,
      unread: 3,
      fields: muted,
      minutes: 90,
    })
    addChat(sdk, { conversationID: 'C2Csarah', name: 'سارة', text: arabic, unread: 1, minutes: 60 * 26 })
    addChat(sdk, { conversationID: '@TIM#SYSTEM', name: '', text: usual, minutes: 60 * 24 * 400 })
  }
  const member = (userID: string): object => ({ userID, nick: userID, avatar: '' })
  const fillMore = (sdk: FakeSdk): void => {
    sdk.groups.set('hiking', { members: ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'].map(member) })
    sdk.presence.online.add('bob').add('sarah')
    const fields = { groupAtInfoList: [{ messageSequence: 1, atTypeArray: [1] }] }
    addChat(sdk, { conversationID: 'GROUPvip', name: 'VIP', text: usual, unread: 2, minutes: 3, fields })
    addChat(sdk, { conversationID: 'C2Cdave', name: 'Dave', text: usual, fields: { draftText: usual } })
    addChat(sdk, { conversationID: 'GROUPold', name: 'Old', text: usual, fields: { markList: [4] } })
    fill(sdk)
  }
  return [
    { caption: say('有聊天', 'With chats'), prepare: fill },
    {
      caption: say('@我、草稿、在线、折叠、拼成的头像', 'Mention, draft, online, folder, composed picture'),
      prepare: fillMore,
    },
    {
      caption: say('连接断开', 'Disconnected'),
      prepare: fill,
      then: (sdk) => sdk.emit('NET_STATE_CHANGE', { state: 'disconnected' }),
    },
    {
      caption: say('在别处登录', 'Logged in elsewhere'),
      prepare: fill,
      then: (sdk) => sdk.emit('KICKED_OUT', { type: 'multipleAccount' }),
    },
    { caption: say('没有聊天', 'No chats') },
    { caption: say('正在加载', 'Loading'), prepare: (sdk) => void sdk.hold('getConversationList') },
    {
      caption: say('加载失败，可以重试', 'Failed, with retry'),
      prepare: (sdk) => sdk.rejectNext('getConversationList', sdkError(2801)),
    },
  ]
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
