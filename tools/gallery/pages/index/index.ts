import app from '../../app.json'
import { show } from '../../show'

show(
  ({ say }) => ({
    hint: say(
      '组件库的每个组件和它的各种状态。主题、语言和宽度在手机上方切换。',
      'Every component of the kit in its states. The bar over the phone has the theme, the language and the width.',
    ),
    pages: app.pages.map((path) => path.split('/')[1]).slice(1),
  }),
  {
    open(event) {
      const { page } = event.currentTarget.dataset as { page: string }
      void wx.navigateTo({ url: `/pages/${page}/index` })
    },
  },
)
