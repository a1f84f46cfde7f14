import type { Key } from '../../locales/index'
import { BAD_GROUP_ID, NOT_YOURSELF, NO_SUCH_GROUP } from '../store/codes'
import type { ChatError } from '../store/types'

/** What goes wrong with people and groups. */
const SENTENCES: Readonly<Record<number, Key>> = {
  [NOT_YOURSELF]: 'error.yourself',
  [BAD_GROUP_ID]: 'error.badGroupID',
  [NO_SUCH_GROUP]: 'error.noSuchGroup',
  2622: 'error.noSuchGroup',
  2700: 'error.noFriend',
  2710: 'error.nameTaken',
  2721: 'error.fieldTooLong',
  10013: 'error.alreadyIn',
  10014: 'error.groupFull',
  10016: 'error.refusedByApp',
  10019: 'error.unknownMember',
  10021: 'error.groupIDTaken',
  10025: 'error.groupIDTaken',
  10026: 'error.tooFrequent',
  10036: 'error.tooManyGroups',
  10037: 'error.tooManyGroups',
  10038: 'error.groupFull',
  10039: 'error.tooManyGroups',
  30003: 'error.noSuchUser',
  30004: 'error.tooFrequent',
  30006: 'error.overload',
  30007: 'error.timeout',
  30008: 'error.overload',
  30009: 'error.addForbidden',
  30010: 'error.friendsFull',
  30011: 'error.friendGroupsFull',
  30012: 'error.applicationsFull',
  30013: 'error.blacklistFull',
  30014: 'error.peerFriendsFull',
  30515: 'error.youBlocked',
  30516: 'error.addDenied',
  30525: 'error.addRefused',
  30540: 'error.tooFrequent',
  30614: 'error.applicationGone',
  30615: 'error.applicationGone',
  31704: 'error.noFriend',
  40001: 'error.badValue',
  40003: 'error.noSuchUser',
  40005: 'error.sensitiveProfile',
  40601: 'error.fieldTooLong',
  40605: 'error.badValue',
  40610: 'error.badValue',
}

const ANSWER = {
  10007: 'error.noRight',
  10013: 'error.inAlready',
  10024: 'error.answered',
} as const satisfies Record<number, Key>

/** The same code means something else elsewhere. */
const BY_OP: Readonly<Record<string, Readonly<Record<number, Key>>>> = {
  addFriend: { 30001: 'error.cannotAdd', [-5]: 'error.fieldTooLong' },
  updateFriend: { 30001: 'error.fieldTooLong', [-5]: 'error.fieldTooLong' },
  createFriendGroup: { 30001: 'error.badFriendGroup', [-5]: 'error.fieldTooLong' },
  renameFriendGroup: { 30001: 'error.badFriendGroup', [-5]: 'error.fieldTooLong' },
  updateMyProfile: { [-5]: 'error.fieldTooLong', 80001: 'error.sensitiveProfile' },
  searchGroupByID: { 10004: 'error.noSuchGroup', 10007: 'error.groupClosed', 10015: 'error.noSuchGroup' },
  addGroupMember: { 10007: 'error.noGroupRight', 10004: 'error.unknownMember' },
  deleteGroupMember: { 10007: 'error.noGroupRight', 10019: 'error.notMember' },
  setGroupMemberRole: {
    2681: 'error.ownerOnly',
    2684: 'error.notYourselfHere',
    10004: 'error.adminsFull',
    10007: 'error.ownerOnly',
    10019: 'error.notMember',
  },
  setGroupMemberMuteTime: {
    2685: 'error.notYourselfHere',
    10007: 'error.noGroupRight',
    10019: 'error.notMember',
  },
  updateGroupProfile: {
    [-5]: 'error.fieldTooLong',
    10004: 'error.badGroup',
    10007: 'error.noRight',
    80001: 'error.sensitiveProfile',
  },
  setGroupMemberNameCard: {
    [-5]: 'error.fieldTooLong',
    10004: 'error.fieldTooLong',
    80001: 'error.sensitiveProfile',
  },
  changeGroupOwner: { 2621: 'error.notYourselfHere', 10004: 'error.notMember', 10007: 'error.ownerOnly' },
  quitGroup: { 2623: 'error.noSuchGroup', 10009: 'error.ownerStays' },
  dismissGroup: { 10007: 'error.ownerOnly' },
  createTopicInCommunity: { [-5]: 'error.fieldTooLong', 10004: 'error.badGroup', 10007: 'error.noRight' },
  handleGroupApplication: ANSWER,
  handleGroupInvitation: ANSWER,
  joinGroup: {
    [-5]: 'error.fieldTooLong',
    10004: 'error.noSuchGroup',
    10007: 'error.groupClosed',
    10015: 'error.noSuchGroup',
  },
  createGroup: {
    [-5]: 'error.fieldTooLong',
    10004: 'error.badGroup',
    10007: 'error.createForbidden',
    10015: 'error.badGroupID',
    80001: 'error.sensitiveProfile',
  },
}

export const contactSentence = ({ op, code }: ChatError): Key | undefined =>
  BY_OP[op]?.[code] ?? SENTENCES[code]
