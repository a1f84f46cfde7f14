/**
 * What a host adds to the kit, as data, without touching its files. To be called once, before `<TUIKit>` is shown:
 * every `register…` returns the function that takes the addition out again.
 */
export { registerMessageKind, type BodyContext, type MessageKind } from './core/registry/message-kinds'
export {
  registerMessageMenuItem,
  removeMessageMenuItem,
  type MenuContext,
  type MenuSight,
  type MessageMenuItem,
} from './core/registry/message-menu'
export {
  registerTool,
  removeTool,
  type Tool,
  type ToolContext,
  type ToolSight,
} from './core/registry/input-panel'
export { registerStickers, type Sticker, type StickerPack } from './core/registry/stickers'
export { registerHooks, type Hooks, type TapTarget } from './core/registry/hooks'
export { sendCustom, sendFace, sendLocation } from './core/actions/send-content'
export { sendText } from './core/actions/send-text'
export { setExtensions, removeExtensions, messageByID } from './core/actions/extensions'
export type { ExtensionResult } from './core/sdk/calls/extensions'
export { currentKit, type Kit } from './core/kit'
export type { CustomBody, Outgoing, Place } from './core/store/outgoing'
export type { Conversation, Message, MessageContent } from './core/store/types'
