import { poll, vote } from './poll'
import { signUp, takePart } from './sign-up'

const send = ({ sendCustom }, { kit, conversationID }, json, words) =>
  sendCustom(kit, conversationID, {
    data: JSON.stringify(json),
    description: words, // what clients without this card show
    extension: '',
    extensible: true, // others may put something beside it
  })

/** Asks for one line of text; empty when the user has changed their mind. */
const ask = (title, placeholderText) =>
  new Promise((resolve) =>
    wx.showModal({
      title,
      placeholderText,
      editable: true,
      success: ({ confirm, content }) => resolve(confirm ? (content ?? '').trim() : ''),
      fail: () => resolve(''),
    }),
  )

let kitDoor

/** What a tap on a card does. */
export const onCard = (kind, ID, line) => (kind === 'poll' ? vote(kitDoor, ID, line) : takePart(kitDoor, ID))

/**
 * One example of each extension point. Before `<TUIKit>` is shown:
 *
 *   import * as extend from '@tencentcloud/chat-uikit-wechat/extend'
 *   import { addExamples } from '../../extensions/index'
 *   addExamples(extend)
 *
 * @returns the function that takes all of it out again
 */
export function addExamples(extend) {
  kitDoor = extend
  const { registerHooks, registerMessageKind, registerMessageMenuItem, registerTool } = extend
  const undo = [
    // Kinds of messages: what they look like is the page's `generic:custom-message="card"`.
    registerMessageKind(poll),
    registerMessageKind(signUp),

    // The panel behind the plus.
    registerTool({
      id: 'poll',
      label: () => '投票',
      icon: 'check',
      async run(context) {
        const [title, ...options] = (await ask('发起投票', '标题和选项，用空格分开')).split(/\s+/)
        if (options.length > 1)
          await send(extend, context, { businessID: 'poll', title, options }, `[投票] ${title}`)
        else if (title) context.device.toast('至少写两个选项')
      },
    }),
    registerTool({
      id: 'sign-up',
      label: () => '接龙',
      icon: 'group',
      when: ({ type }) => type === 'GROUP',
      async run(context) {
        const title = await ask('发起接龙', '做什么，什么时候')
        if (title) await send(extend, context, { businessID: 'sign_up', title }, `[接龙] ${title}`)
      },
    }),
    registerTool({
      id: 'order',
      label: () => '订单',
      icon: 'file',
      when: ({ type }) => type === 'C2C',
      // Tencent's own form of an order: the kit has a card for it.
      run: ({ kit, conversationID }) =>
        extend.sendCustom(kit, conversationID, {
          data: JSON.stringify({
            businessID: 'order',
            title: '手冲咖啡壶',
            description: '不锈钢，600 ml',
            price: '¥268',
          }),
          description: '[订单] 手冲咖啡壶',
          extension: '',
        }),
    }),
    // A number that belongs to the group, and that nobody counts wrong (the app's plan must have counters).
    registerTool({
      id: 'flower',
      label: () => '送花',
      icon: 'star',
      when: ({ type }) => type === 'GROUP',
      async run({ kit, conversationID, device }) {
        const count = await kit.sdk.increaseCounter(conversationID.slice('GROUP'.length), 'flowers', 1)
        device.toast(`这个群收到 ${count} 朵花`)
      },
    }),

    // The menu of a message.
    registerMessageMenuItem(
      {
        id: 'report',
        label: () => '举报',
        icon: 'alert',
        when: ({ message }) => !message.own && message.status === 'sent',
        run: ({ device }) => device.toast('已举报'), // your server is told message.ID here
      },
      'delete',
    ),

    // Hooks.
    registerHooks({
      beforeSend: (outgoing) =>
        outgoing.type === 'text' && outgoing.text.includes('银行卡密码') ? false : undefined,
    }),
  ]
  return () => undo.forEach((one) => one())
}
