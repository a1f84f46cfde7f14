/**
 * Every number of this server in one place. "Tencent" marks those that its documentation gives (for the largest
 * plan, where plans differ); the others are our choice.
 */
export const Limits = {
  /** Bytes of `MsgBody` in UTF-8. Tencent: 12 KB. */
  messageBytes: 12 * 1024,
  /** Bytes of a user ID. Tencent. */
  userIDBytes: 32,
  /** Bytes of one frame from a client; a larger one closes its connection. */
  frameBytes: 1024 * 1024,
  /** Lists and objects inside each other in a frame. The SDK nests forwarded messages in about five per layer. */
  frameDepth: 500,
  /** WebSockets open at once. Not counted by address: in development all come from one. */
  connections: 5000,
  /** TCP connections open at once, those of the control API included. */
  tcpConnections: 6000,
  /** Unknown commands that are reported, each once. */
  unknownCommands: 100,
  /** Requests of one connection: so many at once, and so many a second in the long run. */
  requestBurst: 2000,
  requestsPerSecond: 500,
  /** Requests over the limit are refused; after so many of them without a rest the connection is closed. */
  refusalsBeforeClose: 1000,
  /** Bytes that wait for a client that does not read; beyond them it is dropped. */
  unsentBytes: 16 * 1024 * 1024,
  /** A client this silent is gone: the SDK sends a heartbeat 10 s after the last frame it got. */
  silenceMs: 60_000,
  /** How long pushes wait for a client that came back and has not yet asked for what it has missed. */
  holdPushesMs: 10_000,
  /** How long a user passes for online after the last socket broke: most come back at once. */
  offlineGraceMs: 2000,
  /** What is kept for clients that were away. Tencent: 7 days. The count is our choice. */
  inboxSeconds: 7 * 24 * 3600,
  inboxEntries: 5000,
  /** How long a frame that is to change places waits for the next one, in milliseconds. */
  reorderWaitMs: 1000,
  /** Bytes of one request to the control API or to the REST API. */
  controlBodyBytes: 1024 * 1024,
  /** Accounts in one request to the REST API. Tencent: 100. */
  restAccounts: 100,
  /** Receivers of one `batchsendmsg`. Tencent: 500. */
  restBatch: 500,
  /** Messages in one page of history of the REST API. Tencent: 100. */
  restHistoryPage: 100,
  /** Bytes of one upload. Tencent: 20 MB for images and audio, 100 MB for videos and files. */
  imageBytes: 20 * 1024 * 1024,
  audioBytes: 20 * 1024 * 1024,
  videoBytes: 100 * 1024 * 1024,
  fileBytes: 100 * 1024 * 1024,
  /** How long an address for an upload is good, in seconds: what the SDK asks for. */
  uploadLifetime: 900,
  /** Addresses that one user may hold without having uploaded; the oldest one goes. */
  openUploads: 100,
  /** Reactions of one message, and users of one reaction. Tencent. */
  reactions: 10,
  reactionUsers: 100,
  /** Bytes of the ID of a reaction. */
  reactionBytes: 100,
  /** Users of a reaction that a summary names unless asked for more. Tencent. */
  reactionUsersShown: 10,
  /** Users of a reaction in one page. Tencent. */
  reactionPage: 100,
  /** Messages whose reactions can be asked for at once. */
  messagesPerQuery: 100,
  /** Keys that a message can be extended with, in all and in one request. Tencent. */
  extensions: 300,
  extensionsPerRequest: 20,
  /** Tencent: 100 bytes and 1 KB. */
  extensionKeyBytes: 100,
  extensionValueBytes: 1024,
  /** Keys in one page. Tencent. */
  extensionPage: 200,
  /** Messages in a merger. Tencent. */
  mergerMessages: 300,
  /** Bytes of the content of a merger. */
  mergerBytes: 512 * 1024,
  /** Members of a group that was created without saying how many. Tencent: 200, 2,000 and 10,000 by type. */
  workMembers: 200,
  publicMembers: 2000,
  meetingMembers: 10_000,
  /** The most members that can be asked for in Work and Public groups. Tencent: 6,000. */
  mostMembers: 6000,
  /** Tencent: 100,000. */
  communityMembers: 100_000,
  /** Members of a live room. Tencent: no limit. */
  liveMembers: 1_000_000,
  /** Administrators of a group. */
  groupAdmins: 10,
  /** Groups that a user can be in, live rooms apart. Tencent: 3,000. */
  groupsPerUser: 3000,
  /** Users in one request to create a group, to add members or to remove them. Tencent: 500. */
  membersPerRequest: 500,
  /** Items of one page of a list of members or groups. Tencent: 100 members. */
  memberPage: 100,
  groupPage: 200,
  /** Groups or members that one request asks about by their IDs. Tencent: 50. */
  groupLookups: 50,
  memberLookups: 100,
  /** Bytes of a group ID of one's own. Tencent: 48. */
  groupIDBytes: 48,
  /** Bytes of a topic ID: that of its community and its own part. */
  topicIDBytes: 128,
  /** Bytes of the fields of a group and of a topic. Tencent: 100, 400, 400, 500 and 3,000. */
  groupNameBytes: 100,
  groupIntroductionBytes: 400,
  groupNotificationBytes: 400,
  groupAvatarBytes: 500,
  topicCustomDataBytes: 3000,
  /** Bytes of a name card. Tencent: 50. */
  nameCardBytes: 50,
  /** Custom fields of a group and of a member, and the bytes of their keys and values. Tencent: 10, 5, 16, 512. */
  groupCustomFields: 10,
  memberCustomFields: 5,
  customKeyBytes: 16,
  customValueBytes: 512,
  /** Bytes of the text with an application or its answer. Tencent: 300. */
  applicationTextBytes: 300,
  /** Applications that a group keeps, the handled ones included. */
  applicationsPerGroup: 500,
  /** Group attributes, and the bytes of their keys, their values and all together. Tencent: 16, 32, 4 KB, 16 KB. */
  groupAttributes: 16,
  attributeKeyBytes: 32,
  attributeValueBytes: 4 * 1024,
  attributeTotalBytes: 16 * 1024,
  /** Counters of a group, and the bytes of their keys. Tencent: 20 and 128. */
  groupCounters: 20,
  counterKeyBytes: 128,
  /** Topics of a community. Tencent: 200. */
  topics: 200,
  /** What a live room keeps for those who poll, and how much one poll gets. */
  liveBuffer: 500,
  livePoll: 100,
  /** How long nothing is heard of a member of a live room that is taken for gone, in seconds. */
  liveAbsence: 300,
  /** Messages that who enters a live room sees from before. Tencent: 20. */
  liveHistory: 20,
  /** The most of `Duration` when somebody is banned from a live room, in seconds. Tencent: 7 days. */
  banSeconds: 7 * 24 * 3600,
  /** Marks (`markGroupMemberList`) are numbers from here on. Tencent: 1000. */
  firstMark: 1000,
  /** Members that a message can be for, and members that it can mention. Tencent. */
  messageTargets: 50,
  messageMentions: 30,
  /** Messages of a group in one page of history. */
  groupHistoryPage: 100,
  /** How many messages that are not for the reader one page of history passes over. */
  groupHistoryHidden: 500,
  /** Messages revoked, or confirmed as read, in one request. Tencent. */
  messagesPerRevoke: 10,
  messagesPerReceipt: 30,
  /** Names in one page of who has read a message. Tencent. */
  receiptPage: 100,
  /** Mentions that wait for one user to read them; beyond them the oldest goes. */
  mentions: 100,
  /** Users in one request to mute C2C conversations. Tencent. */
  muteBatch: 30,
  /** Pinned messages of a group. Tencent. */
  pinnedMessages: 10,
  /** Bytes of a profile field. Tencent. */
  profileBytes: 500,
  /** Bytes of `location`. Tencent. */
  locationBytes: 16,
  /** Characters of the own part of a custom tag. Tencent. */
  customTagLength: 8,
  /** Custom fields of a profile, and of a friend. Tencent. */
  customProfileFields: 20,
  customFriendFields: 20,
  /** Profiles in one request: what the SDK asks for at most. */
  profileBatch: 100,
  /** Bytes of the own text beside the status. Tencent. */
  customStatusBytes: 100,
  /** Users in one status query. Tencent. */
  statusQuery: 500,
  /** Users in one call, and in all, that a user can subscribe to; the oldest subscription goes. Tencent. */
  statusSubscribeBatch: 100,
  statusSubscriptions: 200,
  /** Friends of a user. Tencent. */
  friends: 3000,
  /** Friends in one page of the list. */
  friendPage: 100,
  /** Users in one request about relations. Tencent. */
  relationBatch: 1000,
  /** Tencent. */
  friendGroups: 32,
  /** Bytes of a friend group's name, of a remark, of the text of an application. Tencent. */
  friendGroupNameBytes: 30,
  friendRemarkBytes: 96,
  applicationWordingBytes: 256,
  /** Bytes of a custom field of a friend. */
  friendCustomBytes: 500,
  /** Applications that one user can have waiting. */
  applications: 1000,
  /** Users on a blacklist. Tencent. */
  blacklist: 1000,
  /** Users in one request about following, and in one page of a list of them. */
  followBatch: 100,
  followPage: 500,
  /** Instances of a user of which it is known what they have of the list. */
  rememberedInstances: 20,
  /** Conversations in one page of the list. */
  conversationPage: 100,
  /** Conversations in one request to mark or group them. Tencent. */
  conversationBatch: 100,
  /** Conversations with marks, custom data or a group. Tencent. */
  annotatedConversations: 1000,
  /** Tencent. */
  conversationGroups: 20,
  /** Bytes of the name of a conversation group. Tencent. */
  conversationGroupNameBytes: 32,
  /** Bytes of the custom data of a conversation. Tencent. */
  conversationCustomBytes: 256,
  /** Words and senders of one search. Tencent. */
  searchKeywords: 5,
  searchSenders: 5,
  /** Results in one page of a search. Tencent. */
  searchPage: 100,
  /** Characters of the texts that are translated at once. */
  translatedCharacters: 6000,
  /** Words in one page of the lexicon. */
  lexiconPage: 200,
} as const
