/**
 * Calls. A host that imports this, and puts `<TUICallKit>` beside `<TUIKit>`, has them; no other carries any of it.
 * The media package is the host's own: nothing here brings one.
 *
 * @example
 * import TRTC from 'trtc-wx-sdk'
 * import { createSignalingEngine, createTrtcMedia, useCalls } from '@tencentcloud/chat-uikit-wechat/calls'
 * useCalls(createSignalingEngine({ media: createTrtcMedia(TRTC) }))
 */
export { useCalls } from './core/calls/chosen'
export { createSignalingEngine, type SignalingEngineOptions } from './core/calls/own-engine'
export { createOfficialEngine } from './core/calls/official-engine'
export type { OfficialCallEngine } from './core/calls/official-api'
export { createTrtcMedia, type TrtcClass } from './core/calls/trtc-media'
export { createNullMedia } from './core/calls/null-media'
export { parseCallMessage, type CallRecord, type CallRecordKind } from './core/kinds/call'
export type * from './core/calls/engine'
