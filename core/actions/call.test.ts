import { createEmitter } from '../calls/emitter'
import { BAD_TARGET, CALL_ON, CALL_REFUSED, NO_ENGINE, NO_MEDIA, NO_PERMISSION } from '../calls/codes'
import type { CallEngine, CallEvents, CallInfo } from '../calls/engine'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { acceptCall, hangUp, inviteToCall, minimiseCall, setMicrophone, startCall, useEngine } from './call'
import type { CallHappening, CallOptions } from './call'

const INFO: CallInfo = {
  callID: 'i',
  role: 'callee',
  media: 'video',
  callerID: 'bob',
  members: [{ userID: 'bob', state: 'joined', audio: false, video: false }],
  phase: 'incoming',
}
const BOB = { userIDs: ['bob'], media: 'audio' } as const

interface FakeEngine extends CallEngine {
  readonly did: string[]
  emit<K extends keyof CallEvents>(type: K, event: CallEvents[K]): void
}

function fakeEngine(given: Partial<CallEngine> = {}): FakeEngine {
  const { on, emit } = createEmitter<CallEvents>()
  const did: string[] = []
  const note = (name: string) => () => Promise.resolve(void did.push(name))
  return {
    name: 'fake',
    did,
    emit,
    on,
    init: note('init'),
    destroy: note('destroy'),
    call: ({ media }) => Promise.resolve((did.push(`call ${media}`), 'i')),
    accept: note('accept'),
    reject: note('reject'),
    hangup: note('hangup'),
    inviteUsers: (userIDs) => Promise.resolve(void did.push(`invite ${userIDs.join()}`)),
    setMicrophone: note('microphone'),
    setCamera: note('camera'),
    setSpeaker: note('speaker'),
    getViews: () => ({ pusher: null, players: [] }),
    viewEvent: () => undefined,
    viewReady: () => undefined,
    ...given,
  }
}

let made: TestKit
let engine: FakeEngine
let happened: CallHappening[]
let stop: () => void

async function bind(options: Partial<CallOptions> = {}, given = fakeEngine()): Promise<void> {
  made = testKit()
  engine = given
  happened = []
  stop = useEngine(made.kit, engine, {
    SDKAppID: 1,
    userSig: () => 'sig',
    onHappening: (happening) => happened.push(happening),
    ...options,
  })
  await settle()
}
afterEach(() => {
  stop()
  made.release()
})

const call = () => made.kit.store.get().call

test('calls are possible from the login to its end', async () => {
  await bind()
  expect([engine.did, call().available]).toEqual([['init'], true])
  made.sdk.emit('SDK_NOT_READY', {})
  await settle()
  expect([engine.did, call().available]).toEqual([['init', 'destroy'], false])
})

test('what the engine tells is in the state, with the names of the people', async () => {
  await bind()
  engine.emit('incoming', INFO)
  await settle()
  expect(call()).toMatchObject({ info: INFO, own: { camera: true, speaker: true } })
  expect(Object.keys(call().people)).toEqual(['bob'])
  engine.emit('change', { ...INFO, phase: 'in-call' })
  minimiseCall(made.kit, true)
  expect(call().minimised).toBe(true)
  engine.emit('end', { call: INFO, reason: 'hangup', seconds: 9, by: 'bob' })
  expect(call()).toMatchObject({ available: true, minimised: false, notice: { kind: 'hangup' } })
  expect(call().info).toBeUndefined()
  expect(happened.map(({ type }) => type)).toEqual(['incoming', 'begin', 'end'])
})

test('nobody is called without permission, against the host, wrongly, or during a call', async () => {
  await bind({
    permit: (media) => Promise.resolve(media === 'video' ? 'denied' : 'granted'),
    beforeCall: ({ userData }) => userData !== 'no',
  })
  const { kit } = made
  const code = async (target: Parameters<typeof startCall>[1]): Promise<number | undefined> => {
    const result = await startCall(kit, target)
    return result.ok ? undefined : result.error.code
  }
  expect(await code({ ...BOB, media: 'video' })).toBe(NO_PERMISSION)
  expect(call().notice?.kind).toBe('permission')
  expect(await code({ ...BOB, userData: 'no' })).toBe(CALL_REFUSED)
  expect(await code({ ...BOB, userIDs: [] })).toBe(BAD_TARGET)
  expect(await code({ ...BOB, userIDs: ['bob', 'carol'] })).toBe(BAD_TARGET)
  expect(await code({ ...BOB, userIDs: [kit.store.get().session.userID] })).toBe(BAD_TARGET)
  expect(await code({ ...BOB, roomID: 2 ** 31 })).toBe(BAD_TARGET)
  expect(await code(null as never)).toBe(BAD_TARGET)
  expect(engine.did).toEqual(['init'])

  // Two taps are one call.
  expect(await Promise.all([code(BOB), code(BOB)])).toEqual([undefined, CALL_ON])
  engine.emit('incoming', INFO)
  expect(await code(BOB)).toBe(CALL_ON)
  expect(engine.did).toEqual(['init', 'call audio'])
})

test('without permission nothing is answered, and it rings on', async () => {
  await bind({ permit: () => Promise.resolve('denied') })
  engine.emit('incoming', INFO)
  expect(await acceptCall(made.kit)).toMatchObject({ ok: false, error: { code: NO_PERMISSION } })
  expect(call().info?.phase).toBe('incoming')
  await hangUp(made.kit)
  expect(engine.did).toEqual(['init', 'reject'])
})

test('what the engine refuses is taken back, and said', async () => {
  await bind(
    {},
    fakeEngine({ setMicrophone: () => Promise.reject(Object.assign(new Error('no'), { code: 7 })) }),
  )
  engine.emit('incoming', { ...INFO, phase: 'in-call' })
  const muted = setMicrophone(made.kit, false)
  expect(call().own.microphone).toBe(false)
  expect(await muted).toMatchObject({ ok: false })
  expect(call()).toMatchObject({ own: { microphone: true }, notice: { kind: 'failed', code: 7 } })
})

test('more are called into a call of a group: those who are not in it, nine together', async () => {
  await bind()
  engine.emit('incoming', { ...INFO, groupID: 'team', phase: 'in-call' })
  expect(await inviteToCall(made.kit, ['bob', 'carol', 'carol'])).toMatchObject({ ok: true })
  expect(engine.did).toContain('invite carol')
  const many = Array.from({ length: 8 }, (_, at) => `u${at}`)
  expect(await inviteToCall(made.kit, many)).toMatchObject({ error: { code: BAD_TARGET } })
})

test('without a media package it says so; without an engine nothing breaks', async () => {
  await bind({}, fakeEngine({ problem: 'no-media' }))
  expect(call().available).toBe(false)
  expect(await startCall(made.kit, BOB)).toMatchObject({ error: { code: NO_MEDIA } })
  expect(call().notice?.kind).toBe('no-media')
  stop()
  expect(await startCall(made.kit, BOB)).toMatchObject({ error: { code: NO_ENGINE } })
  expect(await hangUp(made.kit)).toMatchObject({ error: { code: NO_ENGINE } })
})

test('the last page that shows calls takes the engine with it', async () => {
  await bind()
  const second = useEngine(made.kit, engine, { SDKAppID: 1, userSig: () => '' })
  stop()
  await settle()
  expect(engine.did).toEqual(['init'])
  second()
  await settle()
  expect(engine.did).toEqual(['init', 'destroy'])
  expect(call().available).toBe(false)
})
