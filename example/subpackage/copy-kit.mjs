/**
 * The commands of the README, for any system: the kit into the subpackage, what app.js needs into the main package.
 * What an older version has left behind goes.
 */
import { cpSync, rmSync } from 'node:fs'

const kit = 'node_modules/@tencentcloud/chat-uikit-wechat'
const recursive = true
for (const folder of ['TUI-CustomerService/TUIKit', 'TUIKit']) rmSync(folder, { recursive, force: true })
cpSync(kit, 'TUI-CustomerService/TUIKit', { recursive })
cpSync(`${kit}/debug`, 'TUIKit/debug', { recursive })
cpSync(`${kit}/setup.js`, 'TUIKit/setup.js')
