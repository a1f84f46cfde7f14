import type { CustomContent, Message } from '../../core/store/types'

/** A custom message with this JSON in it. */
export function customContent(json: object): { content: CustomContent; message: Message } {
  const content: CustomContent = {
    type: 'custom',
    data: JSON.stringify(json),
    description: '',
    extension: '',
  }
  const message: Message = {
    id: 'row',
    ID: 'sdk',
    conversationID: 'C2Cbob',
    from: 'bob',
    name: 'Bob',
    avatar: '',
    own: false,
    time: 0,
    status: 'sent',
    revoked: false,
    revoker: '',
    revokerName: '',
    peerRead: false,
    content,
  }
  return { content, message }
}
