import { writeFileSync } from 'node:fs'
import { startServer } from '../harness'
import { closePhones, phone } from './phone'
import { sendText } from '../../../core/actions/send-text'
test('dump', async () => {
  const server = await startServer()
  const alice = await phone(server, 'alice')
  const bob = await phone(server, 'bob')
  const got: unknown[] = []
  const sdk: any = (bob.kit.sdk as any).instance
  const asdk: any = (alice.kit.sdk as any).instance
  sdk.on('onMessageReceived', (e: any) => got.push(JSON.stringify(e.data)))
  asdk.on('onMessageReadByPeer', (e: any) => got.push('READ ' + JSON.stringify(e)))
  sdk.on('onConversationListUpdated', (e: any) => got.push('CONV ' + JSON.stringify(e)))
  await sendText(alice.kit, 'C2Cbob', 'Hello')
  await new Promise((r) => setTimeout(r, 1000))
  const list = await sdk.getMessageList({ conversationID: 'C2Calice' })
  got.push('LIST ' + JSON.stringify(list))
  const own = await asdk.getMessageList({ conversationID: 'C2Cbob' })
  got.push('OWN ' + JSON.stringify(own.data.messageList))
  await sdk.setMessageRead({ conversationID: 'C2Calice' })
  got.push('PROFILE ' + JSON.stringify(await sdk.getMyProfile()))
  got.push('CONVP ' + JSON.stringify(await sdk.getConversationProfile('C2Calice')))
  try { got.push('STATUS ' + JSON.stringify(await sdk.getUserStatus({ userIDList: ['alice'] }))) } catch (e) { got.push('STATUSFAIL ' + String(e)) }
  try { got.push('SUB ' + JSON.stringify(await sdk.subscribeUserStatus({ userIDList: ['alice'] }))) } catch (e) { got.push('STATUSFAIL ' + String(e)) }
  await new Promise((r) => setTimeout(r, 1500))
  const m = list.data.messageList[0]
  got.push('KEYS ' + Object.getOwnPropertyNames(m).join() + ' // ' + Object.getOwnPropertyNames(Object.getPrototypeOf(m)).join())
  writeFileSync('/tmp/w/dump.txt', got.join('\n\n'))
  await closePhones(); await server.close()
}, 30000)
