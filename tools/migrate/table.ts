/** What became of something that hosts of the earlier kit (1.x, 2.x) use. */
export type Verdict = 'works' | 'renamed' | 'gone'

export type Kind =
  | 'global'
  | 'app data'
  | 'storage'
  | 'method'
  | 'property'
  | 'event'
  | 'path'
  | 'package'
  | 'service'
  | 'config'
  | 'copy'

export interface Entry {
  readonly kind: Kind
  /** As a host writes it; a method, property or event with its component before it; `*` stands for anything. */
  readonly name: string
  readonly verdict: Verdict
  /** What to do now. */
  readonly now: string
}

const works = (kind: Kind, name: string, now: string): Entry => ({ kind, name, verdict: 'works', now })
const renamed = (kind: Kind, name: string, now: string): Entry => ({ kind, name, verdict: 'renamed', now })
const gone = (kind: Kind, name: string, now: string): Entry => ({ kind, name, verdict: 'gone', now })

const CALLS =
  'Calls: put <TUICallKit> of this version on the page and choose an engine by useCalls(), see docs/guides/calls.md.'
const OPEN = 'openConversation(conversationID): takes the ID itself, not an event; the unread count is known.'
const CALL_SDK = 'Use the SDK itself: wx.$TUIKit.'
const NOT_READ = 'Nothing reads it any more: delete the line.'

/** The first entry that fits counts. */
export const TABLE: readonly Entry[] = [
  works('global', '$TUIKit', 'The SDK instance, as before.'),
  works('global', 'TencentCloudChat', 'The namespace of the SDK, as before.'),
  works('global', '$chat_SDKAppID', 'As before. setUpChat() sets all globals at once.'),
  works('global', '$chat_userID', 'As before.'),
  works('global', '$chat_userSig', 'As before. setUpChat() also renews it when it expires.'),
  gone('global', '$_isTIMCallKit', CALLS),
  gone('global', '$TUICallEngine', CALLS),
  gone(
    'global',
    '$globalData',
    'Nothing reads it any more; the user is that of wx.$chat_userID and login().',
  ),
  gone('global', 'aegis', 'There is no analytics in the kit: delete it.'),
  gone('global', '$chat_reportType', 'There is no analytics in the kit: delete it.'),

  gone('app data', 'reportType', "Nothing reads it any more: the demo's own case is not in the kit."),

  gone('storage', 'currentUserID', NOT_READ),
  gone('storage', 'storageList', NOT_READ),
  gone('storage', '_isTIMCallKit', NOT_READ),
  gone('storage', 'showOnlineStatus', NOT_READ),

  works('method', 'TUIKit.init', 'As before; it may be called before the SDK is ready, and waits.'),
  renamed('method', 'TUIKit.currentConversationID', OPEN),
  renamed('method', 'TUIKit.createConversation', OPEN),
  renamed(
    'method',
    'TUIKit.showConversationList',
    'back(): from a chat to the list. From the list it leaves the page.',
  ),
  renamed(
    'method',
    'TUIKit.handleBack',
    'back(): closes an open chat first. To leave at once: wx.navigateBack().',
  ),
  works(
    'method',
    'TUIKit.handleCall',
    'As before, with <TUICallKit> on the page; call() and groupCall() do it directly.',
  ),
  gone('method', 'TUIKit.initCallKit', CALLS),
  gone('method', 'TUIKit.sendMessage', 'It showed a message that a call kit had sent. Delete the call.'),
  gone('method', 'TUIChat.init', 'The component starts by itself when wx.$TUIKit is set before it is shown.'),
  gone(
    'method',
    'TUIConversation.init',
    'The component starts by itself when wx.$TUIKit is set before it is shown.',
  ),
  gone('method', 'TUIChat.setChatType', 'There are no buttons for calls to hide: delete the call.'),
  gone('method', 'TUIChat.*', `Was internal. ${CALL_SDK}`),
  gone('method', 'TUIConversation.*', `Was internal. ${CALL_SDK}`),

  works('property', 'TUIKit.config', 'As before; locale, theme and navigationStyle in it are settings now.'),
  works('property', 'TUIKit.conversationID', 'As before; a change after init() opens that chat now.'),
  renamed('property', 'TUIChat.currentConversationID', 'conversationID'),
  gone('property', 'TUIChat.unreadCount', 'Delete it: the unread count is known.'),
  gone('property', 'TUIChat.hasCallKit', CALLS),

  renamed('event', 'TUIChat.showConversationList', 'back'),
  gone('event', 'TUIChat.handleCall', CALLS),
  renamed('event', 'TUIConversation.currentConversationID', 'open, with { conversationID } in its detail.'),
  renamed('event', 'TUIConversation.createConversation', 'open, with { conversationID } in its detail.'),

  works('path', 'index', 'As before.'),
  works('path', 'setup', 'Part of this version.'),
  works(
    'path',
    'debug/GenerateTestUserSig',
    'As before; EXPIRETIME may be left out, a wrong argument throws.',
  ),
  gone('path', 'debug/*', 'Import debug/GenerateTestUserSig instead.'),
  works('path', 'components/TUIConversation/index', 'As before; see its properties and events.'),
  works('path', 'components/TUIChat/index', 'As before; see its properties and events.'),
  works('path', 'components/TUICallKit/index', `Part of this version, built differently. ${CALLS}`),
  works('path', 'components/TUIGroup/index', 'As before, with more screens; see its properties and events.'),
  gone('path', 'components/TUICallKit/*', `Was internal. ${CALLS}`),
  gone('path', 'components/TUIGroup/*', 'Was internal: use <TUIGroup>, or openGroup() of <TUIKit>.'),
  works(
    'path',
    'components/TUIContact/index',
    'As before, with more screens; see its properties and events.',
  ),
  gone('path', 'components/TUIContact/*', 'Was internal: use <TUIContact>, or openContact() of <TUIKit>.'),
  gone('path', 'components/*', 'Was internal and is built differently: change looks by CSS variables.'),
  gone('path', 'utils/*', 'Was internal: keep a copy of what you need in your own code.'),
  gone('path', 'static/*', 'Pictures of the kit moved into its styles: keep a copy of what you show.'),
  gone('path', 'plugins/*', `There are no plugin hooks. ${CALL_SDK}`),
  gone('path', '*', 'Not a part of this version: only index, setup, debug/ and components/TUI* are.'),

  renamed(
    'package',
    '@tencentcloud/chat-uikit-wechat',
    'The same package: install version 3, then "build npm" again.',
  ),
  works('package', '@tencentcloud/chat', 'As before.'),
  works('package', '@tencentcloud/lite-chat', 'Works as well: the kit takes the SDK that it is handed.'),
  works('package', 'tim-upload-plugin', 'As before.'),
  works('package', 'tim-profanity-filter-plugin', 'As before.'),
  gone('package', '*/chat-uikit-engine', `Not needed: the kit uses the SDK directly. ${CALL_SDK}`),
  gone('package', '*/chat-uikit-engine-lite', `Not needed: the kit uses the SDK directly. ${CALL_SDK}`),
  gone('package', '*/tui-core', `Not needed: the kit uses the SDK directly. ${CALL_SDK}`),
  gone('package', '*/tui-core-lite', `Not needed: the kit uses the SDK directly. ${CALL_SDK}`),
  gone(
    'package',
    '*/tui-customer-service-plugin-wechat',
    'The kit has no hook for it: its messages show as plain text.',
  ),
  gone('package', '*/call-uikit-wechat', CALLS),

  gone('service', 'TUICore.*', `There are no services to call or to register. ${CALL_SDK}`),

  works('config', 'userID', 'As before.'),
  works('config', 'SDKAPPID', 'As before: a number.'),
  works(
    'config',
    'SECRETKEY',
    'As before, for debugging only: keep it out of what is released, and out of data.',
  ),
  works('config', 'EXPIRETIME', 'As before; may be left out: seven days.'),

  gone(
    'copy',
    '*',
    'A copy of the earlier kit: save what you changed in it, delete the folder, copy this version.',
  ),
]

const asPattern = (name: string): RegExp =>
  new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\/]/g, (char) => (char === '*' ? '.*' : `\\${char}`))}$`)
const PATTERNS = TABLE.map((entry) => ({ entry, pattern: asPattern(entry.name) }))

/** What became of it, or `undefined` when it is none of the kit's business. */
export function lookUp(kind: Kind, name: string): Entry | undefined {
  return PATTERNS.find(({ entry, pattern }) => entry.kind === kind && pattern.test(nameOf(kind, name)))?.entry
}

/** A scope decides nothing: some of those packages were published with and without one. */
function nameOf(kind: Kind, name: string): string {
  return kind === 'package' && !name.includes('/') && !/^tim-/.test(name) ? `@tencentcloud/${name}` : name
}

/** The table for a document. */
export const asMarkdown = (): string =>
  [
    '| Kind | What | Now | What to do |',
    '| --- | --- | --- | --- |',
    ...TABLE.map(({ kind, name, verdict, now }) => `| ${kind} | \`${name}\` | ${verdict} | ${now} |`),
  ].join('\n')
