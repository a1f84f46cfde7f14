import { callStarter } from '../registry/calls'
import { parseConversationID } from '../store/conversation-id'
import type { Tool } from './tool'

/** There only while something on the page can call. In a group the members are asked for first. */
const callTool = (media: 'audio' | 'video'): Tool => ({
  id: media === 'video' ? 'video-call' : 'voice-call',
  label: (t) => t(media === 'video' ? 'callkit.video' : 'callkit.audio'),
  icon: media === 'video' ? 'video' : 'phone',
  when: ({ type }) => type !== 'SYSTEM' && Boolean(callStarter()),
  run({ conversationID }) {
    const parsed = parseConversationID(conversationID)
    if (!parsed) return
    const { type, target } = parsed
    callStarter()?.start(
      type === 'GROUP' ? { userIDs: [], groupID: target, media } : { userIDs: [target], media },
    )
  },
})

export const CALL_TOOLS: readonly Tool[] = [callTool('audio'), callTool('video')]
