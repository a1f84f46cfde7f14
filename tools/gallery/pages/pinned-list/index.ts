import { loadPinned } from '../../../../core/actions/pin-message'
import { addChat, addHistory, type FakeSdk } from '../../chat-sdk'
import { GROUP, overChat } from '../../layers'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

function scenes(language: Language): Scene[] {
  const { say } = language
  const { longName, usual, long } = texts(language)
  const prepare =
    (count: number) =>
    (sdk: FakeSdk): void => {
      addChat(sdk, { conversationID: GROUP, name: longName })
      addHistory(sdk, GROUP, [{ text: usual }, { text: long }, { text: usual }])
      sdk.actions.pinned.set('hiking', sdk.historyOf(GROUP).slice(0, count))
    }
  const then =
    (leads: boolean) =>
    (sdk: FakeSdk): void =>
      void overChat(sdk, GROUP, (kit) => {
        const role = leads ? 'owner' : 'member'
        kit.store.set(() => ({
          access: { [GROUP]: { standing: 'in', role, mutedUntil: 0, mutedAll: false } },
        }))
        void loadPinned(kit, GROUP)
      })
  return [
    { caption: say('群主可以取消置顶', 'The owner may unpin'), prepare: prepare(3), then: then(true) },
    { caption: say('群成员', 'A member'), prepare: prepare(2), then: then(false) },
    { caption: say('没有置顶消息', 'Nothing is pinned'), prepare: prepare(0), then: then(false) },
  ]
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
