import { openOverlay } from '../../../../core/actions/overlays'
import { addChat, addHistory, type FakeSdk } from '../../chat-sdk'
import { overChat } from '../../layers'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const C2C = 'C2Cbob'

function scenes(language: Language): Scene[] {
  const { say } = language
  const { name, longName, unbrokenName, usual } = texts(language)
  const prepare = (sdk: FakeSdk): void => {
    addChat(sdk, { conversationID: C2C, name })
    addChat(sdk, { conversationID: 'GROUPhiking', name: longName, minutes: 3 })
    addChat(sdk, { conversationID: 'C2Cid', name: unbrokenName, minutes: 5 })
    addHistory(sdk, C2C, [{ text: usual }, { text: usual }])
  }
  const then =
    (merged: boolean) =>
    (sdk: FakeSdk): void =>
      void overChat(sdk, C2C, (kit, messages) =>
        openOverlay(kit, { type: 'forward', conversationID: C2C, ids: messages.map(({ id }) => id), merged }),
      )
  return [
    { caption: say('选一个或几个聊天', 'One chat or several'), prepare, then: then(false) },
    {
      caption: say('只有这个聊天', 'This chat only'),
      prepare: (sdk) => addHistory(sdk, C2C, [{ text: usual }]),
      then: then(true),
    },
  ]
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
