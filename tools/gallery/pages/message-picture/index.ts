import type { PictureView } from '../../../../core/kinds/picture'
import { PICTURE } from '../../samples'
import { show } from '../../show'

show(({ say, t }) => {
  const state = (
    caption: string,
    fields: Partial<PictureView> = {},
  ): { caption: string; picture: PictureView } => ({
    caption,
    picture: {
      url: PICTURE,
      width: 180,
      height: 120,
      duration: '',
      label: t(fields.duration ? 'picture.video' : 'picture.image'),
      ...fields,
    },
  })
  return {
    states: [
      state(say('横', 'Landscape')),
      state(say('竖', 'Portrait'), { width: 120, height: 180 }),
      state(say('很窄', 'Very narrow'), { width: 60, height: 180 }),
      state(say('视频', 'Video'), { duration: '0:08' }),
      state(say('很长的视频，很窄', 'Very long video, very narrow'), {
        width: 60,
        height: 180,
        duration: '5999:59',
      }),
      state(say('没有地址', 'No address'), { url: '', width: 120, height: 120 }),
      state(say('图片加载不出来', 'Picture that cannot be loaded'), { url: 'data:image/png;base64,AAAA' }),
      state(say('视频没有封面', 'Video without a cover'), { url: '', duration: '1:05' }),
    ],
  }
})
