import { show } from '../../show'

interface State {
  id: string
  /** What somebody does with it, as its own data tells. */
  doing: object
}

const LEVELS = [0.05, 0.1, 0.3, 0.62, 0.9, 0.7, 0.35, 0.5, 0.85, 1, 0.8, 0.4, 0.2, 0.1, 0.3, 0.55, 0.45]
const levels = [...LEVELS, ...LEVELS].slice(0, 27)

show(
  ({ say }) => {
    const talking = { talking: true, levels }
    return {
      quiet: say('平时：试着按住它', 'At rest: try to hold it'),
      states: [
        { id: 'talking', caption: say('在说话', 'Talking'), doing: talking },
        {
          id: 'unmeasured',
          caption: say('手机不报告音量', 'The phone tells no levels'),
          doing: { talking: true },
        },
        {
          id: 'cancelling',
          caption: say('上滑取消', 'Sliding up to cancel'),
          doing: { ...talking, cancelling: true },
        },
        { id: 'left', caption: say('快到时间', 'Almost over'), doing: { ...talking, left: 7 } },
      ],
    }
  },
  {
    filled() {
      const { states } = this.data as { states: State[] }
      for (const { id, doing } of states) this.selectComponent(`#${id}`).setData(doing)
    },
  },
)
