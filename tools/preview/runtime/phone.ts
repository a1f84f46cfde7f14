import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { defineBuiltins } from './builtins'
import { device } from './device'
import { deferred, el } from './dom'
import { listenToInput } from './events'
import './wxs-events'
import type { PreviewControl } from './control'
import { countBytes, resetStats, stats } from './framework'
import { MiniProgram } from './mini-program'
import { Router, type Page } from './pages'
import { PhoneChrome } from './phone/chrome'
import { keyboard } from './phone/keyboard'
import { listenForRebuilds } from './phone/live'
import { showProblems } from './phone/overlay'
import { listenToEdgeSwipe } from './phone/edge-swipe'
import { Program } from './program'
import { createWx } from './wx'
import { dialogLayer } from './wx/dialogs'
import { setPermission } from './wx/permissions'

declare global {
  interface Window {
    __preview: PreviewControl
  }
}

const errors: string[] = []
let started = false
const ready = deferred()
// Nobody need wait for it; a failed start is on the screen and in the console anyway.
ready.promise.catch(() => undefined)

const program = new Program(start, (problems) => {
  showProblems('编译失败', problems)
  errors.push(...problems.map(({ file, line, message }) => `${file}:${line ?? 1} ${message}`))
  ready.reject(new Error(errors[0]))
})
const router = new Router(program)
const screen = el('div', { class: 'phone-screen' }, router.element)
const miniProgram = new MiniProgram(program, router, screen)
const chrome = new PhoneChrome(() => miniProgram.exit())

function pageOf(element: Element): Page | undefined {
  return router.stack.find(({ shell }) => shell.contains(element))
}

/** What goes wrong before this function has ended keeps the mini program from starting. */
function start(): void {
  applyTheme()
  miniProgram.launch()
  started = true
  requestAnimationFrame(() => ready.resolve())
}

function applyTheme(): void {
  document.documentElement.dataset.theme = program.config.app.darkmode ? device.theme : 'light'
}

function recordError(message: string, detail: string): void {
  errors.push(message)
  miniProgram.reportError(detail)
  if (started) return
  showProblems('启动失败', [{ file: '', message: detail }])
  ready.reject(new Error(message))
}

defineBuiltins(pageOf)
Object.assign(globalThis, program.globals(), {
  __miniProgram: program,
  __wxConfig: {
    envVersion: 'develop',
    accountInfo: { appId: 'wx0000000000000000' },
    platform: device.platform,
  },
  wx: createWx(program, router, miniProgram),
  getCurrentPages: () => router.stack.map(({ caller }) => caller),
})
window.__preview = {
  ready: ready.promise,
  setCall: (on) => device.emit('interruption', on),
  setPermission,
  setNetwork(on) {
    device.online = on
  },
  setTheme(theme) {
    device.theme = theme
  },
  back: () => router.systemBack(),
  reopen: () => miniProgram.reopen(),
  keyboard,
  errors,
  stats,
  resetStats,
  countBytes,
}
window.addEventListener('error', ({ message, error }) =>
  recordError(message, String((error as Error | null)?.stack ?? message)),
)
window.addEventListener('unhandledrejection', ({ reason }) => {
  errors.push((reason as { errMsg?: string } | undefined)?.errMsg ?? String(reason))
})
glassEasel.addGlobalErrorListener((error) => {
  errors.push(String(error))
})
device.on('theme', applyTheme)
router.on('change', (page) => chrome.follow(page))
document.body.append(screen, keyboard.element, chrome.element, dialogLayer)
document.documentElement.lang = device.language
listenToInput(screen)
listenToEdgeSwipe(screen, () => router.systemBack())
listenForRebuilds()
