import { deleteMessages } from '../../../core/actions/delete-message'
import { forwardSelection } from '../../../core/actions/forward'
import { endSelection } from '../../../core/actions/select'
import type { Kit } from '../../../core/actions/kit'
import { platform } from '../../../platform/index'
import { connect, kitOf } from '../../base/connect'

/** What can be done with the messages that were chosen, in the composer's place. */
Component({
  behaviors: [
    connect({
      initial: { count: 0, labels: { cancel: '', forward: '', merge: '', remove: '' } },
      view: (state, _props, t) => ({
        count: state.selection?.ids.length ?? 0,
        labels: {
          cancel: t('common.cancel'),
          forward: t('select.forward'),
          merge: t('select.merge'),
          remove: t('select.delete'),
        },
      }),
    }),
  ],
  methods: {
    onForward() {
      this.forward(false)
    },
    onMerge() {
      this.forward(true)
    },
    forward(merged: boolean) {
      const kit = kitOf(this)
      if (!kit || !this.data.count) return
      const words = forwardSelection(kit, merged)
      if (words) platform.toast(words)
    },
    async onDelete() {
      const kit = kitOf(this)
      const { count } = this.data
      if (!kit || !count) return
      if ((await platform.actionSheet([kit.t()('menu.deleteMany', { count })])) === 0) await remove(kit)
    },
    onCancel() {
      const kit = kitOf(this)
      if (kit) endSelection(kit)
    },
  },
})

async function remove(kit: Kit): Promise<void> {
  const { selection } = kit.store.get()
  if (!selection) return
  const result = await deleteMessages(kit, selection.conversationID, selection.ids)
  // What could not be removed stays chosen.
  if (result.ok) endSelection(kit)
}
