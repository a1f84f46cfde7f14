import { sdkFriend, sdkGroup } from '../../../../tests/fixtures/fake-contacts'
import { addChat, addHistory, sdkError, type FakeSdk } from '../../chat-sdk'
import { PICTURE, texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

interface SearchScene extends Scene {
  screen: 'everywhere' | 'chat' | 'media'
  query: string
}

const size = { url: PICTURE, imageUrl: PICTURE, width: 1, height: 1 }
const picture = { type: 'TIMImageElem', payload: { imageInfoArray: [size, size, size] } }
const broken = { type: 'TIMImageElem', payload: { imageInfoArray: [] } }
const video = { type: 'TIMVideoFileElem', payload: { videoSecond: 75, snapshotUrl: PICTURE } }

function scenes(language: Language): SearchScene[] {
  const { say } = language
  const { name, longName, long, unbroken, usual } = texts(language)
  const word = say('我', 'me')
  const fill = (sdk: FakeSdk): void => {
    sdk.contacts.friends = [
      sdkFriend('bob', { nick: `${name} ${word}` }),
      sdkFriend('long', { nick: longName + word }),
    ]
    sdk.contacts.groups = [sdkGroup('hiking', { name: say('我们去爬山', 'Come hiking with me') })]
    addChat(sdk, { conversationID: 'C2Cbob', name })
    addChat(sdk, { conversationID: 'GROUPhiking', name: say('我们去爬山', 'Come hiking with me') })
    addHistory(sdk, 'C2Cbob', [
      { text: usual },
      { text: long + word + long },
      { text: `${unbroken} ${word}`, from: 'alice' },
      { fields: picture },
      { fields: video },
      { fields: broken },
      ...Array.from({ length: 6 }, () => ({ fields: picture })),
    ])
    addHistory(sdk, 'GROUPhiking', [{ text: usual }])
  }
  const scene = (caption: string, screen: SearchScene['screen'], query = '', then = fill): SearchScene => ({
    caption,
    screen,
    query,
    prepare: then,
  })
  return [
    scene(say('搜索', 'Search'), 'everywhere'),
    scene(say('找到的人、群和消息', 'People, groups and messages'), 'everywhere', word),
    scene(say('什么都没有找到', 'Nothing found'), 'everywhere', '??'),
    scene(say('套餐不支持搜索', 'A plan without search'), 'everywhere', word, (sdk) => {
      fill(sdk)
      sdk.rejectNext('searchCloudMessages', sdkError(60020))
    }),
    scene(say('搜索失败', 'Failed, with retry'), 'everywhere', '??', (sdk) =>
      sdk.rejectNext('searchCloudMessages', sdkError(2801)),
    ),
    scene(say('查找聊天记录', 'Searching a chat'), 'chat'),
    scene(say('一个聊天中的消息', 'Messages of a chat'), 'chat', word),
    scene(say('图片和视频', 'Photos and videos'), 'media'),
    scene(say('没有图片', 'No photos'), 'media', '', () => undefined),
  ]
}

show(
  (language) => {
    const list = scenes(language)
    return {
      screens: screensOf(list).map((screen, at) => ({
        ...screen,
        screen: list[at]?.screen,
        query: list[at]?.query,
      })),
    }
  },
  {
    filled() {
      play(this, scenes(phoneLanguage()))
    },
  },
)
