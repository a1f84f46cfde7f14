import { show } from '../../show'

show(({ say }) => ({ empty: say('还没有打分', 'No stars yet'), given: say('四星', 'Four stars') }), {
  filled() {
    this.selectComponent('#given').setData({ score: 4 })
  },
})
