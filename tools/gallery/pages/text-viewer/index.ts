import { openOverlay } from '../../../../core/actions/overlays'
import { addChat, addHistory, type FakeSdk } from '../../chat-sdk'
import { overChat } from '../../layers'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const C2C = 'C2Cbob'

function scenes(language: Language): Scene[] {
  const { name, long, lines, unbroken, manyEmoji } = texts(language)
  const prepare =
    (text: string) =>
    (sdk: FakeSdk): void => {
      addChat(sdk, { conversationID: C2C, name })
      addHistory(sdk, C2C, [{ text }])
    }
  const then = (sdk: FakeSdk): void =>
    void overChat(sdk, C2C, (kit) => openOverlay(kit, { type: 'text', conversationID: C2C, id: 'm1' }))
  return [long, lines, unbroken, manyEmoji].map((text, at) => ({
    caption: String(at + 1),
    prepare: prepare(text),
    then,
  }))
}

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
