import { startSelection } from '../../../../core/actions/select'
import type { FakeSdk } from '../../chat-sdk'
import { overChat } from '../../layers'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

const C2C = 'C2Cbob'

const scenes = ({ say }: Language): Scene[] => [
  {
    caption: say('选了一条', 'One message'),
    then: (sdk: FakeSdk) => void overChat(sdk, C2C, (kit) => startSelection(kit, C2C, 'm1')),
  },
  { caption: say('还没有选', 'Nothing chosen yet') },
]

show((language) => ({ screens: screensOf(scenes(language)) }), {
  filled() {
    play(this, scenes(phoneLanguage()))
  },
})
