import type { FaceView } from '../../../../core/kinds/face'
import { PICTURE } from '../../samples'
import { show } from '../../show'

show(({ say, t }) => {
  const face = (fields: Partial<FaceView>): FaceView => ({
    url: '',
    emoji: '',
    label: t('face.label'),
    ...fields,
  })
  return {
    states: [
      { caption: say('图片', 'Picture'), face: face({ url: PICTURE }) },
      { caption: say('表情', 'Emoji'), face: face({ emoji: '👨‍👩‍👧‍👦' }) },
      { caption: say('加载不了', 'Cannot be loaded'), face: face({ label: say('你好', 'Hello') }) },
    ],
  }
})
