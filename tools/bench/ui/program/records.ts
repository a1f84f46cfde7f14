/** The user whose phone it is. */
export const ME = 'me'

/** When the newest message of every history was sent, seconds since 1970: the same in each run. */
export const NOW = 1_760_000_000

/** A message with the fields that those of SDK 3.6.6 have, private ones too: whoever hands one on, hands on all. */
export interface SdkMessage {
  ID: string
  conversationID: string
  time: number
  flow: 'in' | 'out'
  isPeerRead: boolean
  isRevoked: boolean
  isRead: boolean
  payload: { text: string }
  [field: string]: unknown
}

export interface SdkConversation {
  conversationID: string
  type: 'C2C' | 'GROUP'
  unreadCount: number
  lastMessage: Record<string, unknown>
  [field: string]: unknown
}

const WORDS = [
  '好的，明天见',
  '收到，谢谢！',
  '会议改到下午三点了，请大家准时参加',
  'OK',
  '这个方案我看过了，没有问题',
]

/** Text of the length that chats have: short, sometimes a sentence. */
const textOf = (number: number): string => `${WORDS[number % WORDS.length] ?? ''} ${number}`

export const ROOM = 'GROUProom'
/** Named as the first chat always is. */
export const ROOM_PROFILE = {
  groupID: 'room',
  name: 'Nick p0',
  avatar: '',
  type: 'AVChatRoom',
  memberCount: 5000,
  selfInfo: { role: 'Member' },
}

/** Makes the records of an account in which everybody has the same picture. */
export function createRecords(avatar: string) {
  function message(peer: string, number: number, time: number): SdkMessage {
    const own = number % 3 === 0
    const text = textOf(number)
    return {
      ID: `1441152068267${own ? 10000 : 20000}-${time}-${number}`,
      conversationID: `C2C${peer}`,
      conversationType: 'C2C',
      time,
      sequence: number,
      clientSequence: number,
      random: 84534715,
      priority: 'Normal',
      nick: own ? 'Me' : `Nick ${peer}`,
      avatar,
      isPeerRead: false,
      nameCard: '',
      hasRiskContent: false,
      _elements: [{ type: 'TIMTextElem', content: { text } }],
      isPlaceMessage: 0,
      isRevoked: false,
      from: own ? ME : peer,
      to: own ? peer : ME,
      flow: own ? 'out' : 'in',
      isSystemMessage: false,
      protocol: 'JSON',
      isResend: false,
      isRead: own,
      status: 'success',
      _onlineOnlyFlag: false,
      _groupAtInfoList: [],
      _relayFlag: false,
      atUserList: [],
      cloudCustomData: '',
      isDeleted: false,
      isModified: false,
      _isExcludedFromUnreadCount: false,
      _isExcludedFromLastMessage: false,
      clientTime: time,
      senderTinyID: '144115206826798862',
      readReceiptInfo: { timestamp: 0 },
      needReadReceipt: false,
      version: 0,
      isBroadcastMessage: false,
      isSupportExtension: false,
      revoker: '',
      revokerInfo: { userID: '', nick: '', avatar: '' },
      revokeReason: '',
      pinnerInfo: null,
      level: 0,
      payload: { text },
      type: 'TIMTextElem',
    }
  }

  function profile(userID: string): Record<string, unknown> {
    return {
      userID,
      nick: userID === ME ? 'Me' : `Nick ${userID}`,
      gender: '',
      birthday: 0,
      location: '',
      selfSignature: '',
      allowType: 'AllowType_Type_AllowAny',
      language: 0,
      avatar,
      messageSettings: 0,
      adminForbidType: 'AdminForbid_Type_None',
      level: 0,
      role: 0,
      lastUpdatedTime: NOW * 1000,
      profileCustomField: [],
    }
  }

  /** A chat with one user, as the SDK lists it. */
  function conversation(peer: string, last: SdkMessage): SdkConversation {
    return {
      conversationID: `C2C${peer}`,
      unreadCount: 0,
      type: 'C2C',
      lastMessage: lastMessage(last),
      _isInfoCompleted: true,
      peerReadTime: 0,
      groupAtInfoList: [],
      remark: '',
      isPinned: false,
      messageRemindType: 'AcceptAndNotify',
      markList: [],
      customData: '',
      conversationGroupList: [],
      draftText: '',
      userProfile: profile(peer),
      subType: '',
    }
  }

  /** The same of a live room. */
  function liveMessage(number: number, time: number): SdkMessage {
    const source = message(`p${number % 50}`, 3 * number + 1, time)
    return { ...source, conversationID: ROOM, conversationType: 'GROUP', to: 'room' }
  }

  function liveRoom(): SdkConversation {
    const last = liveMessage(1, NOW)
    return {
      ...conversation('p0', last),
      conversationID: ROOM,
      type: 'GROUP',
      groupProfile: ROOM_PROFILE,
      userProfile: undefined,
    }
  }

  return { message, profile, conversation, liveMessage, liveRoom }
}

export function lastMessage(source: SdkMessage): Record<string, unknown> {
  return {
    lastTime: source.time,
    lastSequence: source.sequence,
    fromAccount: source.from,
    messageForShow: source.payload.text,
    payload: source.payload,
    type: source.type,
    isRevoked: false,
    cloudCustomData: '',
    onlineOnlyFlag: false,
    nick: source.nick,
    nameCard: '',
    version: 0,
    isPeerRead: false,
    revoker: null,
  }
}
