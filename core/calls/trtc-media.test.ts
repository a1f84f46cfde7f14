import type { CallViews, MediaEvents } from './engine'
import { createTrtcMedia, type TrtcClass } from './trtc-media'

// Tencent's own package; the events of the native elements are as a phone sends them.

const context = { stop: jest.fn(), switchCamera: jest.fn() }

function load(): TrtcClass {
  Object.assign(globalThis, {
    wx: {
      createLivePusherContext: () => context,
      createLivePlayerContext: () => ({ stop: () => undefined }),
      getSystemInfoSync: () => ({ platform: 'ios' }),
      getStorage: () => undefined,
      getStorageSync: () => '',
      request: () => undefined,
    },
    getApp: () => ({}),
  })
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined)
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it looks for `wx` when it is evaluated
  const module = require('trtc-wx-sdk') as TrtcClass & { default?: TrtcClass }
  return module.default ?? module
}

const ROOM = { SDKAppID: 1400000000, userID: 'alice', userSig: 'sig', roomID: 7, media: 'video' } as const

interface Port {
  media: ReturnType<typeof createTrtcMedia>
  told: string[]
  /** What the pusher tells. */
  push: (code: number, users?: object[]) => void
  views: () => CallViews
}

function port(): Port {
  const media = createTrtcMedia(load())
  const told: string[] = []
  const note = <K extends keyof MediaEvents>(type: K): void =>
    void media.on(type, (event) => told.push(`${type} ${JSON.stringify(event)}`))
  for (const type of ['userJoin', 'userLeave', 'audio', 'video', 'volume', 'quality', 'error'] as const)
    note(type)
  return {
    media,
    told,
    views: () => media.getViews(),
    push: (code, userlist = []) =>
      media.viewEvent('pusher', 'statechange', { detail: { code, message: JSON.stringify({ userlist }) } }),
  }
}

async function entered(): Promise<Port> {
  const made = port()
  const enter = made.media.enter(ROOM)
  made.media.viewReady('pusher', '', true)
  made.push(1018)
  await enter
  return made
}

const BOB = { userid: 'bob', streamtype: 'main', playurl: 'room://play/bob' }

test('the pusher comes with the room, camera and microphone, and goes with it', async () => {
  const { media, views } = await entered()
  expect(views().pusher).toMatchObject({ mode: 'RTC', autopush: true, enableMic: true, enableCamera: true })
  expect(views().pusher?.url).toContain('roomid=7&userid=alice&usersig=sig&appscene=videocall')
  await media.leave()
  expect(views()).toEqual({ pusher: null, players: [] })
  expect(context.stop).toHaveBeenCalled()
})

test('entering ends when the room is left, or does not open', async () => {
  const left = port()
  const enter = left.media.enter(ROOM)
  await left.media.leave()
  await expect(enter).rejects.toMatchObject({ message: 'The room was left' })

  const closed = port()
  const fails = closed.media.enter(ROOM)
  closed.push(-3301)
  await expect(fails).rejects.toMatchObject({ code: -3301 })
})

test('others come, are heard and seen, and go', async () => {
  const { media, told, push, views } = await entered()
  push(1031, [BOB])
  push(1034, [{ ...BOB, hasaudio: true }])
  push(1033, [{ ...BOB, hasvideo: true }])
  expect(views().players).toMatchObject([
    {
      id: 'bob_main',
      userID: 'bob',
      attributes: { src: 'room://play/bob', muteAudio: false, muteVideo: false },
    },
  ])
  await media.setSpeaker(false)
  expect(views().players[0]?.attributes.soundMode).toBe('ear')
  push(1032, [BOB])
  expect(views().players).toEqual([])
  expect(told).toEqual([
    'userJoin {"userID":"bob"}',
    'audio {"userID":"bob","on":true}',
    'video {"userID":"bob","on":true}',
    'video {"userID":"bob","on":false}',
    'audio {"userID":"bob","on":false}',
    'userLeave {"userID":"bob"}',
  ])
})

test('microphone, camera and its side', async () => {
  const { media, views } = await entered()
  await media.setMicrophone(false)
  await media.setCamera(false)
  expect(views().pusher).toMatchObject({ enableMic: false, enableCamera: false })
  await media.setCamera(true, false)
  expect(context.switchCamera).toHaveBeenCalledTimes(1)
  expect(views().pusher).toMatchObject({ enableCamera: true, frontCamera: 'back' })
})

test('how loud, how well, and that the room is lost', async () => {
  const { media, told, push } = await entered()
  const currentTarget = { dataset: { streamid: 'bob_main' } }
  media.viewEvent('player', 'audiovolumenotify', { currentTarget, detail: { volume: 40 } })
  media.viewEvent('pusher', 'netstatus', { currentTarget, detail: { info: { netQualityLevel: 4 } } })
  push(-1307)
  media.viewEvent('pusher', 'error', { detail: { errCode: 10001, errMsg: 'no camera' } })
  media.viewEvent('pusher', 'nonsense', {})
  expect(told.slice(0, 2)).toEqual([
    'volume {"userID":"bob","volume":40}',
    'quality {"userID":"","quality":4}',
  ])
  expect(told[2]).toMatch(/-1307.*"fatal":true/)
  expect(told[3]).toMatch(/10001.*"fatal":false/)
})
