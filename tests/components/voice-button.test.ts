import { playVoice } from '../../core/actions/play-voice'
import { showChat } from '../../core/actions/mark-read'
import { openChat } from '../../core/actions/open-chat'
import { acquireHostKit } from '../../components/base/connect'
import { releaseKit } from '../../core/kit'
import { platform } from '../../platform/index'
import { sdkMessage } from '../fixtures/builders'
import { advance, mount, phone, settle, sound, type Mounted } from './harness'
import { C2C, hostSdk } from './page'

/** Where the finger is put down, px from the top. */
const BUTTON = 780
const GRANTED = { 'scope.record': true }

async function voiceButton(): Promise<Mounted> {
  sound.permissions.decided = { ...GRANTED }
  const button = mount('components/TUIChat/voice-button', {
    properties: { conversationID: C2C },
    events: ['record', 'keyboard'],
  })
  await settle()
  return button
}

function touch(button: Mounted, name: string, clientY = BUTTON, identifier = 0): void {
  const changedTouches = [{ identifier, clientX: 180, clientY }]
  button.find('view.hold').fire(name, {}, { fields: { changedTouches, touches: changedTouches } })
}

/** The finger is on the button, and the microphone is open for so long. */
async function hold(button: Mounted, ms: number): Promise<void> {
  touch(button, 'touchstart')
  await settle()
  sound.recorder.begin()
  await advance(ms)
}

async function letGo(button: Mounted, clientY = BUTTON): Promise<void> {
  touch(button, 'touchend', clientY)
  await settle()
  if (sound.recorder.pending === 'stop') sound.recorder.end()
  await settle()
}

const screen = (button: Mounted) => button.find('view.screen')

beforeEach(() => {
  hostSdk()
})

describe('holding it', () => {
  test('shows a screen over everything, and letting go hands the recording over', async () => {
    const button = await voiceButton()
    expect(button.find('view.hold').text).toBe('Hold to talk')
    await hold(button, 3200)
    expect(button.find('view.hold').text).toBe('Release to send')
    expect(screen(button).text).toContain('Slide up to cancel')
    expect(phone.vibrations).toBe(1)
    await letGo(button)
    expect(button.has('view.screen')).toBe(false)
    expect(button.events.record).toEqual([{ path: 'wxfile://tmp_voice1.mp3', ms: 3200, bytes: 19_200 }])
    expect(phone.toasts).toEqual([])
  })

  test('shows how loud it is', async () => {
    const button = await voiceButton()
    await hold(button, 100)
    expect(button.find('view.meter').classes).toContain('unknown')
    sound.recorder.hear(140, 140, 188, 188)
    const bars = button.all('view.bar').map((bar) => String(bar.attr('style')))
    expect(bars.slice(-2)).toEqual(['transform: scaleY(0.1)', 'transform: scaleY(1)'])
    expect(button.find('view.meter').classes).not.toContain('unknown')
    await letGo(button)
  })

  test('slid up and let go, it sends nothing', async () => {
    const button = await voiceButton()
    await hold(button, 3000)
    touch(button, 'touchmove', 600)
    expect(screen(button).classes).toContain('cancelling')
    expect(screen(button).text).toContain('Release to cancel')
    await letGo(button, 600)
    expect(button.has('view.screen')).toBe(false)
    expect(button.events.record).toEqual([])
    expect(phone.toasts).toEqual([])
  })

  test('a tap is too short, and says so', async () => {
    const button = await voiceButton()
    await hold(button, 300)
    await letGo(button)
    expect(button.events.record).toEqual([])
    expect(phone.toasts).toEqual(['Too short'])
  })

  test('the end of the minute is announced, and sends what was said', async () => {
    const button = await voiceButton()
    await hold(button, 53_000)
    expect(screen(button).find('text.left').text).toBe('Recording stops in 7 s')
    await advance(7000)
    sound.recorder.end()
    await settle()
    expect(button.has('view.screen')).toBe(false)
    expect(button.events.record).toHaveLength(1)
    await letGo(button)
    expect(button.events.record).toHaveLength(1)
  })

  test('a second finger changes nothing', async () => {
    const button = await voiceButton()
    await hold(button, 2000)
    touch(button, 'touchstart', 700, 1)
    touch(button, 'touchend', 700, 1)
    expect(button.has('view.screen')).toBe(true)
    await letGo(button)
    expect(button.events.record).toHaveLength(1)
  })
})

describe('something comes in between', () => {
  test.each<[string, (button: Mounted) => void]>([
    ['a call', () => sound.call()],
    ['the page is hidden', (button) => button.page('hide')],
    ['the system takes the finger', (button) => touch(button, 'touchcancel')],
    ['another chat is opened', (button) => button.set({ conversationID: 'C2Ccarol' })],
  ])('%s: nothing is sent, and a sentence says so', async (_what, happens) => {
    const button = await voiceButton()
    await hold(button, 3000)
    happens(button)
    expect(button.has('view.screen')).toBe(false)
    sound.recorder.end()
    await letGo(button)
    expect(button.events.record).toEqual([])
    expect(phone.toasts).toEqual(['Recording was interrupted. Nothing was sent'])
  })

  test('the chat is left: the microphone is closed', async () => {
    const button = await voiceButton()
    await hold(button, 3000)
    button.detach()
    expect(sound.recorder.pending).toBe('stop')
    sound.recorder.end()
    await settle()
    expect(phone.toasts).toEqual([])
  })

  test('a voice message that is being played is silent', async () => {
    const sdk = hostSdk()
    sdk
      .historyOf(C2C)
      .push(sdkMessage({ type: 'TIMSoundElem', payload: { url: 'https://c/a.mp3', second: 3 } }))
    const button = await voiceButton()
    const kit = acquireHostKit()
    if (!kit) throw new Error('No kit')
    await openChat(kit, C2C)
    showChat(kit, { conversationID: C2C, shown: true, atBottom: true })
    playVoice(kit, platform.voicePlayer, C2C, kit.store.get().messages[C2C]?.newer[0]?.messages[0]?.id ?? '')
    expect(sound.left().audios).toBe(1)
    await hold(button, 2000)
    expect(sound.left().audios).toBe(0)
    await letGo(button)
    releaseKit(kit)
  })
})

describe('the permission', () => {
  /** The button is pressed once. */
  async function tap(button: Mounted): Promise<void> {
    touch(button, 'touchstart')
    await settle()
    touch(button, 'touchend')
    await settle()
  }

  test('the first time the user is asked, and holds the button again afterwards', async () => {
    const button = await voiceButton()
    sound.permissions.decided = {}
    await tap(button)
    expect(sound.recorder.starts).toHaveLength(0)
    expect(phone.toasts).toEqual(['Now hold to talk'])
    await hold(button, 2000)
    await letGo(button)
    expect(button.events.record).toHaveLength(1)
  })

  test('a no is respected', async () => {
    const button = await voiceButton()
    sound.permissions.decided = {}
    sound.permissions.answer = false
    await tap(button)
    expect(phone.toasts).toEqual(['Voice messages need the microphone'])
    expect(phone.modals).toEqual([])
  })

  test('after a no of another day there is a way to the settings', async () => {
    const button = await voiceButton()
    sound.permissions.decided = { 'scope.record': false }
    await tap(button)
    const [modal] = phone.modals
    expect(modal).toMatchObject({
      content: 'Voice messages need the microphone. Allow it in the settings?',
      buttons: ['Settings', 'Type'],
    })
    modal?.answer(true)
    await settle()
    expect(sound.permissions.settings).toEqual(['mini program'])
    sound.permissions.decided = { ...GRANTED }
    await hold(button, 2000)
    await letGo(button)
    expect(button.events.record).toHaveLength(1)
  })

  test('whoever does not want to go there types', async () => {
    const button = await voiceButton()
    sound.permissions.decided = { 'scope.record': false }
    await tap(button)
    phone.modals[0]?.answer(false)
    await settle()
    expect(button.events.keyboard).toHaveLength(1)
    expect(sound.permissions.settings).toEqual([])
  })

  test('when WeChat itself may not, the way leads to the settings of the phone', async () => {
    const button = await voiceButton()
    sound.permissions.system = false
    await tap(button)
    phone.modals[0]?.answer(true)
    await settle()
    expect(sound.permissions.settings).toEqual(['phone'])
  })

  test('without the privacy agreement a sentence says so', async () => {
    const button = await voiceButton()
    sound.permissions.agreed = false
    await tap(button)
    expect(phone.toasts).toEqual(['Voice messages need your consent to the privacy notice'])
  })

  test('a microphone that was taken away meanwhile is a failure, and then a question', async () => {
    const button = await voiceButton()
    await hold(button, 2000)
    await letGo(button)
    sound.permissions.decided = { 'scope.record': false }
    touch(button, 'touchstart')
    await settle()
    sound.recorder.fail('operateRecorder:fail auth deny')
    touch(button, 'touchend')
    await settle()
    expect(phone.toasts).toEqual(['Recording failed. Try again'])
    await tap(button)
    expect(phone.modals).toHaveLength(1)
  })
})
