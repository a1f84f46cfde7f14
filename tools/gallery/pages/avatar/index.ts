import { facesOf, initialOf, picture } from '../../samples'
import { show } from '../../show'

const TONES = [0, 1, 2, 3, 4, 5, 6, 7]

show(({ say }) => {
  const states = [
    { caption: say('图片', 'Picture'), size: 48, avatars: [picture()] },
    {
      caption: say('没有图片：首字，八种颜色', 'No picture: first character, eight colours'),
      size: 48,
      avatars: TONES.map((tone) => initialOf(say('王', 'B'), tone)),
    },
    {
      caption: say('图片加载不出来', 'Picture that cannot be loaded'),
      size: 48,
      avatars: [{ ...initialOf(say('李', 'L'), 3), url: 'data:image/png;base64,AAAA' }],
    },
    {
      caption: say('字母、数字、表情、问号', 'Letter, digit, emoji, question mark'),
      size: 48,
      avatars: ['W', 'g', '7', '🐼', '👨‍👩‍👧‍👦', 'م', '?'].map(initialOf),
    },
    {
      caption: say('没有头像的群：1 到 9 人', 'Group without a picture: 1 to 9 members'),
      size: 48,
      avatars: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => facesOf(say('群', 'G'), count)),
    },
    {
      caption: say('图标', 'Icon'),
      size: 48,
      avatars: [{ ...initialOf(''), icon: 'folder' }],
    },
    ...[24, 40, 48, 96].map((size) => ({
      caption: `${size} px`,
      size,
      avatars: [initialOf(say('王', 'B'), 1), picture(), facesOf('x', 9)],
    })),
  ]
  return {
    states: states.map(({ caption, size, avatars }) => ({
      caption,
      size,
      avatars: avatars.map((avatar, id) => ({ id, avatar })),
    })),
  }
})
