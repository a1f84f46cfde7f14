/** The command of the README, for any system. What an older version has left behind goes. */
import { cpSync, rmSync } from 'node:fs'

rmSync('TUIKit', { recursive: true, force: true })
cpSync('node_modules/@tencentcloud/chat-uikit-wechat', 'TUIKit', { recursive: true })
