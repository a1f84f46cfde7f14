import { show } from '../../show'

show(
  ({ say }) => ({
    remove: say('删除', 'Delete'),
    states: [
      { id: 'closed', text: say('向左滑', 'Push me to the left'), open: false, disabled: false },
      { id: 'open', text: say('已经滑开', 'Pushed aside'), open: true, disabled: false },
      { id: 'disabled', text: say('不能滑', 'Stays where it is'), open: false, disabled: true },
    ],
  }),
  {
    onChange(event) {
      const { detail, currentTarget } = event as WechatMiniprogram.CustomEvent<
        { open: boolean },
        object,
        { at: number }
      >
      this.setData({ [`states[${currentTarget.dataset.at}].open`]: detail.open })
    },
  },
)
