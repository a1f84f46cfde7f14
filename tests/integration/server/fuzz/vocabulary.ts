import fc from 'fast-check'
import type { Body } from '../../harness/raw-client'

/** What a stranger may try to reach. */
export interface Aims {
  users: string[]
  groups: string[]
  /** `<seq>_<random>_<time>` of messages between others. */
  messageKeys: string[]
}

const SEQS = [1, 2, 3]
const TIMES = [0, 1, 2_000_000_000]

/** Values that a field may have by its name, aimed at what belongs to others. Most names mean one thing everywhere. */
function plausible({ users, groups, messageKeys }: Aims): Record<string, unknown[]> {
  const contact = [
    ...users.map((id) => ({ Type: 1, To_Account: id })),
    ...groups.map((id) => ({ Type: 2, GroupId: id, ToGroupId: id, ToGroupid: id })),
  ]
  const [seq, random, time] = (messageKeys[0] ?? '1_1_1').split('_').map(Number)
  const [alice = '', bob = ''] = users
  const message = {
    From_Account: alice,
    To_Account: bob,
    MsgSeq: seq,
    MsgRandom: random,
    MsgTime: time,
    MsgTimeStamp: time,
    MsgClientTime: time,
  }
  const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'fuzz' } }
  const keyValue = { Key: 'k', Value: 'fuzz', Seq: 0 }
  const attribute = { key: 'k', value: 'fuzz', seq: 0 }
  const account = [...users, users, users.slice(0, 1)]
  const seqList = [SEQS.map((MsgSeq) => ({ MsgSeq })), SEQS]
  return {
    GroupId: groups,
    GroupIdList: [groups],
    GroupID: groups,
    TopicId: groups,
    TopicIdList: [groups],
    Peer_Account: account,
    PeerAccount: users,
    To_Account: account,
    From_Account: [...users, 'mallory'],
    Member_Account: users,
    Member_List_Account: [users],
    MemberToDel_Account: [users],
    MemberList: [users.map((id) => ({ Member_Account: id, Role: 'Admin' }))],
    NewOwner_Account: ['mallory', ...users],
    Applicant_Account: ['mallory', ...users],
    Inviter_Account: users,
    Invited_Account: ['mallory'],
    Handle_Account: users,
    Deleter_Account: users,
    Add_Account: [['mallory'], users],
    Del_Account: [['mallory'], users],
    UserItem: [users.map((id) => ({ To_Account: id, StandardSequence: 0 }))],
    UserIDList: [users],
    SendUserIDList: [users],
    MsgSeq: [...SEQS, seq],
    MsgSeqList: seqList,
    Seqs: [['1', '2']],
    ReqMsgSeq: SEQS,
    ReqMsgSeqList: [SEQS],
    ReqMsgNumber: [20],
    MsgReadedSeq: SEQS,
    MsgRandom: [random],
    Random: [random],
    MsgTime: [time],
    MsgClientTime: [time],
    MsgKey: ['', ...messageKeys],
    MsgKeyList: [messageKeys],
    MsgInfo: [message],
    C2CMsgInfo: [[message]],
    C2CMsgReaded: [
      { C2CMsgReadedItem: users.map((id) => ({ To_Account: id, LastedMsgTime: time, Receipt: 1 })) },
    ],
    GroupReadInfo: [groups.map((GroupId) => ({ GroupId, MsgSeq: 1 }))],
    NotifyReqList: [groups.map((GroupId) => ({ GroupId, BeginTime: 0, EndTime: 2e15, Limit: 100 }))],
    DelMsgList: [[message]],
    MsgVersion: [0, 1],
    MsgBody: [[text], [text, text]],
    CloudCustomData: ['fuzz'],
    MaxCnt: [15],
    LastMsgTime: TIMES,
    GetDirection: [0, 1],
    Reaction: ['fuzz', 'like'],
    OperateType: [1, 2, 3],
    ExtensionList: [[keyValue]],
    GroupAttr: [[attribute]],
    GroupCounter: [[{ Key: 'k', Value: 1 }]],
    Mode: ['Set', 'Increase'],
    AttrMainSeq: [0, 1],
    Name: ['fuzz'],
    Notification: ['fuzz'],
    Introduction: ['fuzz'],
    ShutUpAllMember: ['On'],
    ShutUpTime: [100],
    Role: ['Admin', 'Owner'],
    NameCard: ['fuzz'],
    Cookie: ['', '1', '{}'],
    SyncFlag: [0, 1, 2],
    Keywords: [['SECRET'], ['fuzz']],
    KeywordList: [['SECRET']],
    MatchType: ['or', 'and'],
    Count: [0, 10, 100],
    Cursor: ['', '1'],
    Limit: [10, 100],
    Offset: [0],
    Next: ['', '0', 0],
    Num: [100],
    Flag: [0, 1],
    StartIndex: [0],
    StartTime: TIMES,
    EndTime: TIMES,
    Type: [1, 2, 'Private', 'Public', 'AVChatRoom', 'Community'],
    ContactItem: [contact, ...contact],
    RecentContactItem: [contact],
    MarkItem: [contact.map((ContactItem) => ({ OptType: 1, ContactItem, SetMark: [1] }))],
    ToGroupid: groups,
    Key: ['', '1', ...groups],
    StartSeq: [0, 1],
    JsonMsgKey: ['', '1', 'k'],
    MsgList: [[message]],
    OperationType: [1, 2],
    ProfileItem: [[{ Tag: 'Tag_Profile_IM_Nick', Value: 'fuzz' }]],
    AddFriendItem: [users.map((id) => ({ To_Account: id, AddSource: 'AddSource_Type_Web', AddWording: '' }))],
    ResponseFriendItem: [
      users.map((id) => ({ To_Account: id, ResponseAction: 'Response_Action_AgreeAndAdd' })),
    ],
    UpdateItem: [
      users.map((id) => ({ To_Account: id, SnsItem: [{ Tag: 'Tag_SNS_IM_Remark', Value: 'fuzz' }] })),
    ],
    AddType: ['Add_Type_Both'],
    CheckType: ['CheckResult_Type_Both'],
    GroupName: ['fuzz', ['fuzz']],
    GroupContactItem: [[{ GroupName: 'fuzz', ContactItem: contact }]],
    UpdateType: [1],
    UpdateGroup: [{ UpdateGroupType: 1, OldGroupName: 'fuzz', NewGroupName: 'more' }],
    Mute_Notifications: [0, 1, 2],
    Duration: [100, 900],
    UserDefinedField: ['fuzz'],
    HandleMsg: ['Agree', 'Reject'],
    SourceText: [['fuzz']],
    Source: ['en'],
    Target: ['zh'],
    rpt_upload_object: [[{ uint32_file_id: 1, uint32_file_type: 1, str_file_name: 'x.png' }]],
    str_image_url: ['https://media.im-server.invalid/media/0/x', 'nonsense'],
    snapshot_url: ['https://media.im-server.invalid/media/../../etc/passwd'],
    file_type: [1, 2, 3, 255],
    file_name: ['x.png', '../../x'],
  }
}

/** Values that no field expects, those of other types among them. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    'x'.repeat(5000),
    '../../etc/passwd',
  ),
  fc.constantFrom<unknown>(
    { toString: 1 },
    { length: 1e9 },
    JSON.parse('{"__proto__":{"polluted":1}}') as unknown,
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

/**
 * Bodies of requests: every field that any command knows, most with something that fits, some with nonsense, some
 * left out.
 */
export function bodies(aims: Aims): fc.Arbitrary<Body> {
  const fields = Object.entries(plausible(aims)).map(([name, values]) => {
    const fitting = fc.constantFrom(...values)
    const value = fc.oneof(
      { weight: 16, arbitrary: fitting },
      { weight: 1, arbitrary: nonsense },
      { weight: 1, arbitrary: fc.array(fc.oneof(fitting, nonsense), { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant(undefined) }, // left out
    )
    return [name, value] as const
  })
  return fc.oneof(
    { weight: 20, arbitrary: fc.record(Object.fromEntries(fields)) },
    { weight: 1, arbitrary: fc.dictionary(fc.string(), nonsense) },
    { weight: 1, arbitrary: nonsense.map((value) => value as Body) },
  )
}
