import type { Key, Translate } from '../../locales/index'
import type { CallSlice } from '../store/call'
import type { CallInfo } from './engine'

export type CallButtonID =
  'accept' | 'reject' | 'hangup' | 'microphone' | 'speaker' | 'camera' | 'flip' | 'toAudio'

export interface CallButton {
  id: CallButtonID
  icon: string
  label: string
  /** `on` is a switch that is on. */
  tone: '' | 'on' | 'accept' | 'hangup'
  /** Two states: a screen reader says which. */
  toggle: boolean
}

export interface CallRow {
  id: string
  buttons: CallButton[]
}

type Own = CallSlice['own']

function button(
  id: CallButtonID,
  icon: string,
  label: string,
  tone: CallButton['tone'] = '',
  toggle = false,
): CallButton {
  return { id, icon, label, tone, toggle }
}

function toggled(
  id: 'microphone' | 'speaker' | 'camera',
  on: boolean,
  icons: [on: string, off: string],
  words: [on: Key, off: Key],
  t: Translate,
): CallButton {
  const at = on ? 0 : 1
  return button(id, icons[at] ?? '', t(words[at] ?? words[0]), on ? 'on' : '', true)
}

function switches({ microphone, speaker, camera }: Own, t: Translate): Record<keyof Own, CallButton> {
  return {
    microphone: toggled(
      'microphone',
      microphone,
      ['microphone', 'microphone-off'],
      ['callkit.microphoneOn', 'callkit.microphoneOff'],
      t,
    ),
    speaker: toggled(
      'speaker',
      speaker,
      ['speaker', 'earpiece'],
      ['callkit.speakerOn', 'callkit.speakerOff'],
      t,
    ),
    camera: toggled('camera', camera, ['video', 'camera-off'], ['callkit.cameraOn', 'callkit.cameraOff'], t),
    front: button('flip', 'flip', t('callkit.flip')),
  }
}

/** The buttons of a call, in lines of three. */
export function callRows(info: CallInfo, own: Own, t: Translate): CallRow[] {
  const { phase, media, groupID } = info
  const row = (id: string, ...buttons: CallButton[]): CallRow => ({ id, buttons })
  if (phase === 'incoming')
    return [
      row(
        'answer',
        button('reject', 'phone-off', t('callkit.reject'), 'hangup'),
        button('accept', media === 'video' ? 'video' : 'phone', t('callkit.accept'), 'accept'),
      ),
    ]
  const { microphone, speaker, camera, front } = switches(own, t)
  const dialing = phase === 'dialing'
  const end = button('hangup', 'phone-off', t(dialing ? 'callkit.cancel' : 'callkit.hangup'), 'hangup')
  if (media === 'audio') return [row('end', microphone, end, speaker)]
  if (dialing && !groupID) return [row('end', front, end, camera)]
  const toAudio = button('toAudio', 'phone', t('callkit.toAudio'))
  if (groupID) return [row('switches', microphone, speaker, camera), row('end', front, end)]
  return [row('switches', microphone, speaker, camera), row('end', toAudio, end, front)]
}
