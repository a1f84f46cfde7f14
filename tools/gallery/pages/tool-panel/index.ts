import { registerTool } from '../../../../core/registry/input-panel'
import { show } from '../../show'

show(({ say }) => {
  // What a host adds is part of every panel that comes after it.
  registerTool({ id: 'order', label: () => say('订单', 'Order'), icon: 'file', run: () => undefined })
  registerTool({
    id: 'long',
    label: () => say('一个很长的名字放不下', 'A name that is too long'),
    icon: 'star',
    run: () => undefined,
  })
  return { two: say('两个人的聊天', 'A chat of two'), group: say('群聊', 'A group') }
})
