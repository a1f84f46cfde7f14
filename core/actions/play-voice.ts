import { isUnplayed } from '../kinds/voice'
import { VOICE_UNPLAYABLE } from '../store/codes'
import type { State } from '../store/state'
import { allMessages, changeMessages, findMessage } from '../store/thread'
import type { AudioContent, Message } from '../store/types'
import { changeThread } from './change-thread'
import type { Kit } from './kit'

/** The loudspeaker. It plays one thing at a time: another one ends it. */
export interface VoicePlayer {
  play(
    url: string,
    options: { earpiece: boolean },
    listener: {
      started(): void
      /** Once. `stopped` by whoever plays something else, or by a call. */
      ended(end: 'done' | 'stopped' | 'failed', cause: string): void
    },
  ): void
  stop(): void
  /** Leads the sound of what is being played to the earpiece or to the speaker. */
  route(earpiece: boolean): void
}

interface VoiceMessage extends Message {
  readonly content: AudioContent
}

interface Run {
  readonly player: VoicePlayer
  /** Ends the subscription. */
  release(): void
}

/** What each kit is playing. */
const runs = new WeakMap<Kit, Run>()

const EARPIECE_KEY = 'tuikit.earpiece'

const isVoice = (message: Message | undefined): message is VoiceMessage =>
  message?.content.type === 'audio' && !message.revoked

/** A voice message of a chat, or of a merged history that is open over it. */
function voiceOf(state: State, conversationID: string, id: string): VoiceMessage | undefined {
  const thread = state.messages[conversationID]
  let found = thread && findMessage(thread, (message) => message.id === id)
  for (const overlay of state.overlays) {
    if (overlay.type === 'history') found ??= overlay.messages?.find((message) => message.id === id)
  }
  return isVoice(found) ? found : undefined
}

/** The next one of others that nobody has listened to. */
function nextUnplayed(state: State, { conversationID, id }: Message): VoiceMessage | undefined {
  const thread = state.messages[conversationID]
  const all = thread ? allMessages(thread) : []
  const at = all.findIndex((message) => message.id === id)
  return at < 0
    ? undefined
    : all.slice(at + 1).find((message): message is VoiceMessage => isVoice(message) && isUnplayed(message))
}

function markPlayed(kit: Kit, message: Message): void {
  kit.played.add(message.ID, message.time)
  changeThread(kit, message.conversationID, (thread) =>
    changeMessages(thread, (row) => (row.id === message.id && !row.played ? { ...row, played: true } : row)),
  )
}

const forget = (kit: Kit): void => {
  runs.get(kit)?.release()
  runs.delete(kit)
  kit.store.set(({ playing }) => (playing ? { playing: undefined } : {}))
}

/** Its chat is on the screen, and it was not taken back. */
const mayPlay = (state: State, { conversationID, id }: Message): boolean =>
  state.openChat?.conversationID === conversationID &&
  state.openChat.shown &&
  voiceOf(state, conversationID, id) !== undefined

function unplayable(kit: Kit, cause: string): void {
  kit.report({ code: VOICE_UNPLAYABLE, op: 'playVoice', retryable: true, cause })
}

function start(kit: Kit, player: VoicePlayer, message: VoiceMessage): void {
  const { conversationID, id, content } = message
  const fresh = isUnplayed(message)
  stopVoice(kit)
  if (!content.url) return unplayable(kit, 'There is no file')

  const unsubscribe = kit.store.subscribe(() => {
    if (runs.get(kit) === run && !mayPlay(kit.store.get(), message)) stopVoice(kit)
  })
  const run: Run = { player, release: unsubscribe }
  runs.set(kit, run)
  kit.store.set(() => ({ playing: { conversationID, id, phase: 'loading' } }))
  if (runs.get(kit) !== run) return

  player.play(
    content.url,
    { earpiece: usesEarpiece(kit) },
    {
      started() {
        if (runs.get(kit) !== run) return
        kit.store.set(() => ({ playing: { conversationID, id, phase: 'playing' } }))
        if (fresh) markPlayed(kit, message)
      },
      ended(end, cause) {
        if (runs.get(kit) !== run) return
        forget(kit)
        if (end === 'failed') unplayable(kit, cause)
        const next = end === 'done' && fresh ? nextUnplayed(kit.store.get(), message) : undefined
        if (next) start(kit, player, next)
      },
    },
  )
}

/**
 * Plays a voice message of the open chat; the one that is being played is stopped by it. One that was new is followed
 * by the next new one. It ends by itself when its chat is left or hidden, when it is revoked, and when a call comes.
 */
export function playVoice(kit: Kit, player: VoicePlayer, conversationID: string, id: string): void {
  const state = kit.store.get()
  const { playing } = state
  if (playing?.id === id && playing.conversationID === conversationID) return stopVoice(kit)
  const message = voiceOf(state, conversationID, id)
  if (message && mayPlay(state, message)) start(kit, player, message)
}

/** Stops whatever this kit is playing: something else needs the sound, or the microphone. */
export function stopVoice(kit: Kit): void {
  const run = runs.get(kit)
  if (!run) return
  // Forgotten first: the player tells of the end at once.
  forget(kit)
  run.player.stop()
}

const storedEarpiece = (kit: Kit): boolean => kit.memory.read(EARPIECE_KEY) === true

/** Whether voice messages are heard at the ear. */
export const usesEarpiece = (kit: Kit): boolean => kit.store.get().settings.earpiece ?? storedEarpiece(kit)

/** Leads voice messages to the earpiece or to the speaker, the one that is being played as well; kept on the phone. */
export function useEarpiece(kit: Kit, on: boolean): void {
  kit.store.set(({ settings }) =>
    settings.earpiece === on ? {} : { settings: { ...settings, earpiece: on } },
  )
  kit.memory.write(EARPIECE_KEY, on)
  runs.get(kit)?.player.route(on)
}
