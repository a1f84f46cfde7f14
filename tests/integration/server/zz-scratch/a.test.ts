// @ts-nocheck
import TencentCloudChat from '@tencentcloud/chat'
import { RawClient, until, useServer, textOf, createClient, credentials } from '../../harness'
const { TYPES, EVENT } = TencentCloudChat
const sleep = (ms) => new Promise((r) => setTimeout(r, ms))
const server = useServer({ devices: 2 })
const G = (c, to, text, extra = {}) => {
  const m = c.chat.createTextMessage({ to, conversationType: TYPES.CONV_GROUP, payload: { text }, ...extra })
  return c.chat.sendMessage(m).then(({ data }) => data.message)
}
const conv = (c, id) => c.conversations.find((x) => x.conversationID === id)
const out = []
const note = (...a) => out.push(a.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join(' '))
afterEach(() => { note('reports', server.current.reports.map(r=>r.slice(0,300))) })
afterAll(() => require('fs').writeFileSync('/tmp/w/break/a.log', out.join('\n')))
const T = (name, fn) => test(name, async () => { note('##', name); try { await fn() } catch (e) { note('THREW', String(e && (e.stack || JSON.stringify(e))).slice(0, 400), e?.code); throw e } }, 30000)

T('work group flow: pins with revoke', async () => {
  const a = await server.login('alice'); const b = await server.login('bob')
  const { data: { group } } = await a.chat.createGroup({ type: TYPES.GRP_PUBLIC, name: 'g', memberList: [{ userID: 'bob' }] })
  const g = group.groupID
  const ms = []
  for (let i = 0; i < 10; i++) ms.push(await G(a, g, 'm' + i))
  for (const m of ms) await a.chat.pinGroupMessage({ groupID: g, message: m, isPinned: true }).catch(e => note('pin err', e.code, e.message))
  let l = await b.chat.getPinnedGroupMessageList(g); note('pinned', l.data)
  for (const m of ms) await a.chat.revokeMessage(m)
  l = await a.chat.getPinnedGroupMessageList(g).catch(e=>({data:[e.code,e.message]})); note('after revoke', l.data)
  const x = await G(a, g, 'new')
  await a.chat.pinGroupMessage({ groupID: g, message: x, isPinned: true }).then(() => note('pin ok'), e => note('pin after revoke err', e.code, e.message))
})

T('recreate same id: pins', async () => {
  const a = await server.login('alice')
  for (let k = 0; k < 2; k++) {
    await a.chat.createGroup({ type: TYPES.GRP_PUBLIC, name: 'g', groupID: 'same' })
    for (let i = 0; i < 10; i++) { const m = await G(a, 'same', 'm' + i); await a.chat.pinGroupMessage({ groupID: 'same', message: m, isPinned: true }).catch(e => note('pin', k, i, e.code, e.message)) }
    if (k === 0) await a.chat.dismissGroup('same')
  }
})

T('targeted message to kicked member then modified/revoked', async () => {
  const a = await server.login('alice'); const b = await server.login('bob'); const c = await server.login('carol')
  const { data: { group } } = await a.chat.createGroup({ type: TYPES.GRP_WORK, name: 'g', memberList: [{ userID: 'bob' }, {userID:'carol'}] })
  const g = group.groupID
  const m = a.chat.createTextMessage({ to: g, conversationType: TYPES.CONV_GROUP, payload: { text: 'secret1' }, receiverList: ['bob'] })
  await a.chat.sendMessage(m, {}).catch(e => note('send', e.code, e.message))
  await b.receivedText('secret1')
  note('carol got?', c.received.map(textOf))
  await a.chat.deleteGroupMember({ groupID: g, userIDList: ['bob'] })
  const frames = []; server.current.trace.listen((f) => { if (f.userID === 'bob' && f.kind === 'push') frames.push(f.body) })
  m.payload.text = 'secret2'
  await a.chat.modifyMessage(m).catch(e => note('mod', e.code, e.message))
  await sleep(200)
  note('bob frames contain secret2:', JSON.stringify(frames).includes('secret2'))
})

T('targeted message names a stranger: raw', async () => {
  const a = await RawClient.login(server.current, 'alice')
  const b = await RawClient.login(server.current, 'bob')
  const r = await a.request('group_open_http_svc.create_group', { Type: 'Private', Name: 'x' })
  const m = await a.request('group_open_http_svc.send_group_msg', { GroupId: r.GroupId, Random: 1, MsgClientTime: 5, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } }], To_Account: ['bob'] })
  const mm = await a.request('openim.modify_group_msg', { GroupId: r.GroupId, MsgSeq: m.MsgSeq, MsgVersion: 0, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'spam' } }] })
  const w = await a.request('group_open_http_svc.group_msg_recall', { GroupId: r.GroupId, MsgSeqList: [{ MsgSeq: m.MsgSeq }] })
  await sleep(100)
  note('bob raw pushes', b.received.map((f) => f.body))
  const pg = await b.request('recentcontact.page_get', { TimeStamp: 0, StartIndex: 0 }); note('bob page', pg)
})

T('meeting unread at login', async () => {
  const a = await server.login('alice'); const b = await server.login('bob')
  await a.chat.createGroup({ type: TYPES.GRP_MEETING, name: 'mt', groupID: 'meet' })
  await b.chat.joinGroup({ groupID: 'meet' })
  await b.close()
  await G(a, 'meet', 'one'); await G(a, 'meet', 'two')
  const b2 = await server.login('bob'); await b2.synced(); await sleep(100)
  note('meeting unread', b2.conversations.map(c => [c.conversationID, c.unreadCount, c.lastMessage?.messageForShow]))
  await G(a, 'meet', 'three'); await b2.receivedText('three'); await sleep(100)
  note('meeting unread online', b2.conversations.map(c => [c.conversationID, c.unreadCount]))
})

T('mention then deleted conversation, then relogin and new message', async () => {
  const a = await server.login('alice'); const b = await server.login('bob')
  const { data: { group } } = await a.chat.createGroup({ type: TYPES.GRP_WORK, name: 'g', memberList: [{ userID: 'bob' }] })
  const g = group.groupID
  const m = a.chat.createTextAtMessage({ to: g, conversationType: TYPES.CONV_GROUP, payload: { text: '@bob', atUserList: ['bob'] } })
  await a.chat.sendMessage(m)
  await until(() => conv(b, 'GROUP' + g)?.groupAtInfoList?.length, 'at')
  await b.chat.deleteConversation('GROUP' + g)
  await b.close()
  const b2 = await server.login('bob'); await b2.synced(); await sleep(150)
  note('after relogin', b2.conversations.map(c => [c.conversationID, c.unreadCount, c.groupAtInfoList]))
  await G(a, g, 'plain'); await b2.receivedText('plain'); await sleep(100)
  note('after msg', b2.conversations.map(c => [c.conversationID, c.unreadCount, c.groupAtInfoList]))
  // kicked with open mention
  const m2 = a.chat.createTextAtMessage({ to: g, conversationType: TYPES.CONV_GROUP, payload: { text: '@bob2', atUserList: ['bob'] } })
  await a.chat.sendMessage(m2)
  await b2.close()
  await a.chat.deleteGroupMember({ groupID: g, userIDList: ['bob'] })
  const b3 = await server.login('bob'); await b3.synced(); await sleep(150)
  note('kicked relogin', b3.conversations.map(c => [c.conversationID, c.unreadCount, c.groupAtInfoList]))
})

T('pin of a fresh empty group, reload', async () => {
  const a = await server.login('alice')
  const { data: { group } } = await a.chat.createGroup({ type: TYPES.GRP_WORK, name: 'g' })
  const id = 'GROUP' + group.groupID
  await sleep(50)
  note('convs', a.conversations.map(c => [c.conversationID, c.isPinned]))
  await a.chat.pinConversation({ conversationID: id, isPinned: true }).catch(e => note('pin', e.code, e.message))
  await a.close()
  const a2 = await server.login('alice'); await a2.synced(); await sleep(100)
  note('convs after', a2.conversations.map(c => [c.conversationID, c.isPinned]))
  const r = await a2.chat.getGroupList(); note('groups', r.data.groupList.map(g => g.groupID))
})

T('revoke unread while reader away / deletes', async () => {
  const a = await server.login('alice'); const b = await server.login('bob'); const b2 = await createClient(server.current, 'bob')
  await Promise.all([b.synced(), b2.synced()])
  const m1 = await a.sendText('bob', '1'); const m2 = await a.sendText('bob', '2'); const m3 = await a.sendText('bob', '3')
  await b.receivedText('3'); await b2.receivedText('3')
  await until(() => b.conversation('alice')?.unreadCount === 3, 'u3')
  b2.loseNetwork()
  await a.chat.revokeMessage(m2)
  const lst = await b.chat.getMessageList({ conversationID: 'C2Calice' })
  const del = lst.data.messageList.find(m => textOf(m) === '3')
  await b.chat.deleteMessage([del])
  await sleep(150)
  note('b unread after revoke+delete', b.conversation('alice')?.unreadCount)
  b2.regainNetwork()
  await until(() => b2.netStates.at(-1) === 'connected', 'con'); await sleep(400)
  note('b2 unread after reconnect', b2.conversation('alice')?.unreadCount, b2.conversation('alice')?.lastMessage?.isRevoked, b2.revoked.map(m=>m.ID))
  b2.loseNetwork()
  await b.chat.setMessageRead({ conversationID: 'C2Calice' })
  await sleep(100)
  await b.chat.deleteConversation('C2Calice')
  await a.chat.revokeMessage(m1)
  await sleep(100)
  note('b convs after delete + revoke', b.conversations.map(c => c.conversationID))
  b2.regainNetwork(); await sleep(600)
  note('b2 convs', b2.conversations.map(c => [c.conversationID, c.unreadCount]))
  await a.sendText('bob', '4'); await b2.receivedText('4'); await sleep(100)
  note('b', b.conversations.map(c => [c.conversationID, c.unreadCount]), 'b2', b2.conversations.map(c => [c.conversationID, c.unreadCount]))
  note('b2 history', (await b2.history('alice')).map(m => [textOf(m), m.isRevoked]))
  const b3 = await createClient(server.current, 'bob'); await b3.synced(); await sleep(100)
  note('b3', b3.conversations.map(c => [c.conversationID, c.unreadCount]), (await b3.history('alice')).map(textOf))
})

T('dismissed while offline and pinned', async () => {
  const a = await server.login('alice'); const b = await server.login('bob')
  const { data: { group } } = await a.chat.createGroup({ type: TYPES.GRP_PUBLIC, name: 'g', memberList: [{ userID: 'bob' }] })
  const g = group.groupID; await G(a, g, 'hello'); await b.receivedText('hello')
  await b.chat.pinConversation({ conversationID: 'GROUP' + g, isPinned: true })
  b.loseNetwork()
  await a.chat.dismissGroup(g)
  b.regainNetwork(); await sleep(800)
  note('b convs', b.conversations.map(c => [c.conversationID, c.isPinned, c.unreadCount]))
  note('b groups', (await b.chat.getGroupList()).data.groupList.map(x => x.groupID))
  await a.chat.createGroup({ type: TYPES.GRP_PUBLIC, name: 'g2', groupID: 'zz', memberList: [{ userID: 'bob' }] })
  await G(a, 'zz', 'x'); await until(() => conv(b, 'GROUPzz')?.unreadCount === 1, 'u1')
  await a.chat.deleteGroupMember({ groupID: 'zz', userIDList: ['bob'] }); await sleep(200)
  note('kicked', b.conversations.map(c => [c.conversationID, c.unreadCount]))
  await G(a, 'zz', 'y')
  await a.chat.addGroupMember({ groupID: 'zz', userIDList: ['bob'] }).catch(e => note('add', e.code, e.message))
  await sleep(100)
  await a.chat.updateGroupProfile({ groupID: 'zz', inviteOption: 'FreeAccess' }).catch(e=>note('upd', e.code, e.message))
  await a.chat.addGroupMember({ groupID: 'zz', userIDList: ['bob'] }).catch(e => note('add', e.code, e.message))
  await G(a, 'zz', 'z'); await b.receivedText('z'); await sleep(100)
  note('readded', b.conversations.map(c => [c.conversationID, c.unreadCount]))
  const h = await b.chat.getMessageList({ conversationID: 'GROUPzz' }); note('hist', h.data.messageList.map(m => [m.type, textOf(m), m.sequence]))
})
