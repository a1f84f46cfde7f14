import { createFakeSound, type FakeSound } from '../tests/fixtures/fake-sound'
import { voicePlayer } from './audio'

let sound: FakeSound
let heard: string[]

function play(name: string, earpiece = false): void {
  voicePlayer.play(
    `https://c/${name}.mp3`,
    { earpiece },
    {
      started: () => heard.push(`${name} started`),
      ended: (end, cause) => heard.push(`${name} ${end}${cause && ` ${cause}`}`),
    },
  )
}

beforeEach(() => {
  heard = []
  sound = createFakeSound()
  Object.assign(globalThis, { wx: sound.services })
})

afterEach(() => {
  voicePlayer.stop()
  expect(sound.left()).toEqual({ audios: 0, interruptions: 0, microphone: false })
})

test('it plays what it is given, and gives everything back at the end', () => {
  play('a')
  expect(sound.audio()).toMatchObject({ src: 'https://c/a.mp3', playing: true })
  sound.audio().begin()
  sound.audio().end()
  expect(heard).toEqual(['a started', 'a done'])
  expect(sound.left()).toMatchObject({ audios: 0, interruptions: 0 })
})

test('another one ends the first', () => {
  play('a')
  sound.audio().begin()
  play('b')
  expect(heard).toEqual(['a started', 'a stopped'])
  expect(sound.audio().src).toBe('https://c/b.mp3')
})

test('a call ends it', () => {
  play('a')
  sound.call()
  expect(heard).toEqual(['a stopped'])
})

test('what cannot be played says why', () => {
  play('a')
  sound.audio().fail('decode error')
  expect(heard).toEqual(['a failed decode error'])
})

test('what a sound that is over still tells is not heard', () => {
  play('a')
  const audio = sound.audio()
  voicePlayer.stop()
  audio.begin()
  audio.end()
  audio.fail()
  expect(heard).toEqual(['a stopped'])
})

test('it is heard with the ringer off, and the host’s sounds are as before afterwards', () => {
  play('a')
  expect(sound.options).toEqual({ obeyMuteSwitch: false })
  voicePlayer.stop()
  expect(sound.options).toEqual({ obeyMuteSwitch: true })
})

test('the earpiece is for this message only, and can be chosen while it plays', () => {
  play('a', true)
  expect(sound.options.speakerOn).toBe(false)
  voicePlayer.route(false)
  expect(sound.options.speakerOn).toBe(true)
  voicePlayer.route(true)
  expect(sound.options.speakerOn).toBe(false)
  voicePlayer.stop()
  expect(sound.options.speakerOn).toBe(true)
  voicePlayer.route(true)
  expect(sound.options.speakerOn).toBe(true)
})
