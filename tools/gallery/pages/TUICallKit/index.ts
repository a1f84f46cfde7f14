import type { CallInfo, CallMember } from '../../../../core/calls/engine'
import { acquireKit, releaseKit } from '../../../../core/kit'
import { NO_CALL, type CallSlice } from '../../../../core/store/call'
import { addChat, ME, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const NAMES = ['bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan'] as const
const MINUTE = 60_000

const member = (userID: string, fields: Partial<CallMember> = {}): CallMember => ({
  userID,
  state: 'joined',
  audio: true,
  video: false,
  ...fields,
})

const info = (fields: Partial<CallInfo>): CallInfo => ({
  callID: 'call',
  role: 'caller',
  media: 'audio',
  callerID: ME,
  members: [member('bob')],
  phase: 'in-call',
  startedAt: Date.now() - 3 * MINUTE,
  ...fields,
})

const group = (count: number, fields: Partial<CallInfo> = {}): CallInfo =>
  info({
    groupID: 'hiking',
    members: NAMES.slice(0, count).map((userID, at) =>
      member(userID, {
        volume: at === 1 ? 60 : 0,
        audio: at !== 2,
        quality: at === 3 ? 5 : 1,
        state: at === 4 ? 'inviting' : 'joined',
      }),
    ),
    ...fields,
  })

/** An element without a room: it stays dark. */
const PICTURES: Pick<CallSlice, 'views'> = {
  views: {
    pusher: {
      url: '',
      mode: 'RTC',
      autopush: false,
      enableCamera: true,
      enableMic: true,
      enableAgc: true,
      enableAns: true,
      enableAutoFocus: true,
      enableZoom: false,
      minBitrate: 600,
      maxBitrate: 900,
      videoWidth: 360,
      videoHeight: 640,
      beautyLevel: 0,
      whitenessLevel: 0,
      videoOrientation: 'vertical',
      videoAspect: '9:16',
      frontCamera: 'front',
      enableRemoteMirror: false,
      localMirror: 'auto',
      enableBackgroundMute: false,
      audioQuality: 'high',
      audioVolumeType: 'voicecall',
    },
    players: [
      {
        id: 'bob_main',
        userID: 'bob',
        attributes: {
          src: '',
          mode: 'RTC',
          autoplay: true,
          muteAudio: false,
          muteVideo: false,
          orientation: 'vertical',
          objectFit: 'fillCrop',
          enableBackgroundMute: false,
          minCache: 1,
          maxCache: 2,
          soundMode: 'speaker',
          autoPauseIfNavigate: true,
          autoPauseIfOpenNative: true,
          streamType: 'main',
        },
      },
    ],
  },
}

function scenes(language: Language): Scene[] {
  const { say } = language
  const { name, longName } = texts(language)
  const names = [name, longName, ...NAMES.slice(2)]
  const people = Object.fromEntries(
    NAMES.map((userID, at) => [userID, { name: names[at] ?? '', avatar: '' }]),
  )
  const scene = (caption: string, call: Partial<CallSlice>): Scene => ({
    caption,
    then({ instance, namespace }: FakeSdk) {
      const kit = acquireKit({ instance, namespace, language: language.t.locale })
      kit.store.set(() => ({ call: { ...NO_CALL, available: true, people, ...call } }))
      releaseKit(kit)
    },
  })
  const own = NO_CALL.own
  const video = { media: 'video', members: [member('bob', { video: true })] } as const
  return [
    scene(say('呼叫，语音', 'Dialing, voice'), { info: info({ phase: 'dialing' }) }),
    scene(say('呼叫，视频', 'Dialing, video'), { info: info({ ...video, phase: 'dialing' }), ...PICTURES }),
    scene(say('来电，语音', 'Incoming, voice'), {
      info: info({ role: 'callee', callerID: 'carol', phase: 'incoming', members: [member('carol')] }),
    }),
    scene(say('来电，群', 'Incoming, group'), {
      info: group(6, { role: 'callee', callerID: 'bob', phase: 'incoming', media: 'video' }),
    }),
    scene(say('通话中，语音', 'In a voice call'), {
      info: info({}),
      own: { ...own, microphone: false, speaker: false },
    }),
    scene(say('通话中，视频', 'In a video call'), {
      info: info({ ...video, members: [member('bob', { video: true, quality: 5 })] }),
      ...PICTURES,
    }),
    scene(say('摄像头都关了', 'Both cameras are off'), {
      info: info({ media: 'video' }),
      own: { ...own, camera: false, front: false },
    }),
    scene(say('群通话，三个人', 'Three in a group'), { info: group(2), own }),
    scene(say('群通话，九个人，视频', 'Nine in a group, video'), { info: group(8, { media: 'video' }), own }),
    scene(say('小窗，语音', 'Small, voice'), { info: info({}), minimised: true }),
    scene(say('小窗，视频', 'Small, video'), { info: info(video), minimised: true, ...PICTURES }),
    {
      caption: say('选择群成员', 'Choosing members'),
      conversationID: 'GROUPhiking',
      prepare(sdk: FakeSdk) {
        addChat(sdk, { conversationID: 'GROUPhiking', name: longName })
        const members = NAMES.map((userID, at) => ({ userID, nick: names[at], role: 'Member' }))
        sdk.groups.set('hiking', { profile: { selfInfo: { role: 'Member', muteUntil: 0 } }, members })
      },
    },
  ]
}

show((language) => ({ taken: ['carol'], screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
