import { C2C, ME, message, NOW, NOW_S, sdkMessage } from '../../tests/fixtures/builders'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { VOICE_UNPLAYABLE } from '../store/codes'
import { showChat } from './mark-read'
import { openChat } from './open-chat'
import { closeOverlays, openOverlay } from './overlays'
import { playVoice, stopVoice, useEarpiece, usesEarpiece, type VoicePlayer } from './play-voice'

type Listener = Parameters<VoicePlayer['play']>[2]

/** A loudspeaker that plays one thing at a time, and tells what it was told to do. */
function fakePlayer() {
  let playing: { url: string; earpiece: boolean; listener: Listener } | undefined
  const urls: string[] = []
  const player: VoicePlayer & {
    urls: string[]
    now(): typeof playing
    end(how?: 'done' | 'stopped' | 'failed'): void
  } = {
    urls,
    play(url, { earpiece }, listener) {
      player.stop()
      urls.push(url)
      playing = { url, earpiece, listener }
    },
    stop: () => player.end('stopped'),
    route(earpiece) {
      if (playing) playing.earpiece = earpiece
    },
    now: () => playing,
    end(how = 'done') {
      const before = playing
      playing = undefined
      before?.listener.ended(how, '')
    },
  }
  return player
}

const voice = (name: string, fields: Record<string, unknown> = {}) =>
  sdkMessage({
    ID: name,
    type: 'TIMSoundElem',
    payload: { url: `https://c/${name}.mp3`, second: 3 },
    time: NOW_S,
    ...fields,
  })

let phone: TestKit
let player: ReturnType<typeof fakePlayer>

/** The chat with these messages is open on the screen. */
async function chat(...messages: ReturnType<typeof voice>[]): Promise<void> {
  phone = testKit()
  player = fakePlayer()
  phone.sdk.historyOf(C2C).push(...messages)
  await openChat(phone.kit, C2C)
  showChat(phone.kit, { conversationID: C2C, shown: true, atBottom: true })
  await settle()
}

const idOf = (name: string): string => phone.messages().find(({ ID }) => ID === name)?.id ?? ''
const tap = (name: string): void => playVoice(phone.kit, player, C2C, idOf(name))
const nameOf = (url = ''): string => /\/(\w+)\.mp3$/.exec(url)?.[1] ?? ''
const phase = (): string | undefined => phone.kit.store.get().playing?.phase
const isPlayed = (name: string): boolean => phone.messages().find(({ ID }) => ID === name)?.played === true

beforeEach(() => {
  // Messages of long ago are never new.
  jest.useFakeTimers({ now: NOW })
})

afterEach(() => {
  jest.useRealTimers()
  phone.release()
  // Whatever happened, the state and the loudspeaker agree.
  expect(phone.kit.store.get().playing === undefined).toBe(player.now() === undefined)
})

describe('playing', () => {
  test('a tap opens it, it plays, and then all is quiet', async () => {
    await chat(voice('a'))
    tap('a')
    expect(phone.kit.store.get().playing).toEqual({ conversationID: C2C, id: idOf('a'), phase: 'loading' })
    player.now()?.listener.started()
    expect(phase()).toBe('playing')
    player.end()
    expect(phase()).toBeUndefined()
  })

  test('a second tap stops it', async () => {
    await chat(voice('a'))
    tap('a')
    tap('a')
    expect(player.now()).toBeUndefined()
    expect(player.urls).toHaveLength(1)
  })

  test('a tap on another one goes over to it', async () => {
    await chat(voice('a', { from: ME }), voice('b', { from: ME }))
    tap('a')
    tap('b')
    expect(nameOf(player.now()?.url)).toBe('b')
    expect(phone.kit.store.get().playing?.id).toBe(idOf('b'))
  })

  test('what another part of the page plays takes the sound over', async () => {
    await chat(voice('a'))
    tap('a')
    player.play('https://c/host.mp3', { earpiece: false }, { started: jest.fn(), ended: jest.fn() })
    expect(phase()).toBeUndefined()
    player.end()
  })

  test('what is no voice message, or is not there, is not played', async () => {
    await chat(sdkMessage({ ID: 'text' }), voice('gone', { isRevoked: true }))
    tap('text')
    tap('gone')
    tap('nobody')
    expect(player.urls).toEqual([])
  })

  test.each<[string, object, () => void]>([
    ['has no file', { payload: { second: 3 } }, () => undefined],
    ['has an address that is none', { payload: { url: 'javascript:alert(1)', second: 3 } }, () => undefined],
    ['cannot be played', {}, () => player.end('failed')],
  ])('a sentence says that it %s', async (_what, fields, then) => {
    await chat(voice('a', { ...fields }))
    tap('a')
    then()
    expect(phone.errors).toEqual([expect.objectContaining({ code: VOICE_UNPLAYABLE, op: 'playVoice' })])
    expect(phase()).toBeUndefined()
    expect(isPlayed('a')).toBe(false)
  })
})

describe('listening to what is new', () => {
  test('it is new until the sound begins', async () => {
    await chat(voice('a'))
    tap('a')
    expect(isPlayed('a')).toBe(false)
    player.now()?.listener.started()
    expect(isPlayed('a')).toBe(true)
    expect(phone.kit.played.has('a', NOW_S)).toBe(true)
    player.end()
  })

  test('it stays listened to when the SDK hands the message out anew', async () => {
    await chat(voice('a'))
    tap('a')
    player.now()?.listener.started()
    player.end()
    phone.sdk.emit('MESSAGE_MODIFIED', [phone.sdk.historyOf(C2C)[0]])
    expect(isPlayed('a')).toBe(true)
  })

  test('the next new ones of others follow, and nothing else', async () => {
    await chat(
      voice('a'),
      sdkMessage(),
      voice('mine', { from: ME }),
      voice('b'),
      voice('gone', { isRevoked: true }),
      voice('c'),
    )
    tap('a')
    for (const name of ['a', 'b', 'c']) {
      expect(nameOf(player.now()?.url)).toBe(name)
      player.now()?.listener.started()
      player.end()
    }
    expect(player.now()).toBeUndefined()
  })

  test('one that was heard before is followed by nothing', async () => {
    await chat(voice('a'), voice('b'))
    phone.kit.played.add('a', NOW_S)
    phone.sdk.emit('MESSAGE_MODIFIED', [phone.sdk.historyOf(C2C)[0]])
    tap('a')
    player.now()?.listener.started()
    player.end()
    expect(player.now()).toBeUndefined()
  })

  test('an own one is neither new nor followed by anything', async () => {
    await chat(voice('mine', { from: ME }), voice('b'))
    tap('mine')
    player.now()?.listener.started()
    player.end()
    expect(isPlayed('mine')).toBe(false)
    expect(player.urls).toHaveLength(1)
  })

  test('stopped by hand, nothing follows', async () => {
    await chat(voice('a'), voice('b'))
    tap('a')
    player.now()?.listener.started()
    tap('a')
    expect(player.urls).toHaveLength(1)
  })
})

describe('it stops by itself when', () => {
  test.each<[string, () => void]>([
    ['the chat is left', () => showChat(phone.kit, undefined)],
    [
      'another chat is opened',
      () => showChat(phone.kit, { conversationID: 'C2Ccarol', shown: true, atBottom: true }),
    ],
    ['its page is hidden', () => showChat(phone.kit, { conversationID: C2C, shown: false, atBottom: true })],
    ['it is revoked', () => phone.sdk.emit('MESSAGE_REVOKED', [{ ...voice('a'), isRevoked: true }])],
    ['another user logs in', () => phone.sdk.becomeReady('carol')],
    ['a call comes', () => player.end('stopped')],
    ['something else needs the sound', () => stopVoice(phone.kit)],
  ])('%s', async (_when, happens) => {
    await chat(voice('a'), voice('b'))
    tap('a')
    player.now()?.listener.started()
    happens()
    expect(player.now()).toBeUndefined()
    expect(phase()).toBeUndefined()
    expect(player.urls).toHaveLength(1)
  })

  test('a chat that is not on the screen plays nothing', async () => {
    await chat(voice('a'))
    showChat(phone.kit, undefined)
    tap('a')
    expect(player.urls).toEqual([])
  })
})

test('in a merged history it plays on its own, until the history is closed', async () => {
  await chat(voice('a'))
  const inside = message({
    id: 'm1-0',
    played: true,
    content: { type: 'audio', url: 'https://c/inside.mp3', seconds: 3 },
  })
  openOverlay(phone.kit, {
    type: 'history',
    conversationID: C2C,
    id: 'm1',
    title: '',
    source: message(),
    messages: [inside],
  })
  playVoice(phone.kit, player, C2C, 'm1-0')
  player.now()?.listener.started()
  expect(phone.kit.store.get().playing?.id).toBe('m1-0')
  expect(phone.kit.played.has(inside.ID, NOW_S)).toBe(false)
  closeOverlays(phone.kit)
  expect(player.now()).toBeUndefined()
})

describe('earpiece and speaker', () => {
  test('the choice holds from now on, and for what is being played', async () => {
    await chat(voice('a'))
    tap('a')
    expect(player.now()?.earpiece).toBe(false)
    useEarpiece(phone.kit, true)
    expect(player.now()?.earpiece).toBe(true)
    tap('a')
    tap('a')
    expect(player.now()?.earpiece).toBe(true)
    expect(usesEarpiece(phone.kit)).toBe(true)
    stopVoice(phone.kit)
  })
})
