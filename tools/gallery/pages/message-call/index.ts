import type { CallView } from '../../../../core/kinds/call-words'
import { show } from '../../show'

show(({ say, t }) => {
  const call = (text: string, missed = false, icon = 'phone'): CallView => ({ icon, text, missed })
  return {
    states: [
      { caption: say('语音通话', 'Voice call'), call: call(t('call.duration', { time: '01:05' })) },
      {
        caption: say('视频通话，自己', 'Video call, own'),
        own: true,
        call: call(t('call.canceledByMe'), false, 'video'),
      },
      { caption: say('未接', 'Missed'), call: call(t('call.missed'), true) },
      { caption: say('忙线', 'Busy'), own: true, call: call(t('call.busy')) },
    ],
  }
})
