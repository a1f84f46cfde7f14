import { show } from '../../show'

show(({ say, t }) => ({
  label: t('common.cancel'),
  states: [
    { caption: say('开始', 'Begun'), progress: 0 },
    { caption: say('一半', 'Half'), progress: 48 },
    { caption: say('完成', 'Done'), progress: 100 },
    { caption: say('在文字上', 'Over words'), progress: 48, bar: true },
  ],
}))
