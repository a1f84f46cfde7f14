import { sdkProfile } from '../../../../tests/fixtures/fake-groups'
import { sdkMember } from '../../../../tests/fixtures/fake-members'
import { sdkError, type FakeSdk } from '../../chat-sdk'
import { texts } from '../../samples'
import { play, screensOf, type Scene } from '../../scenes'
import { phoneLanguage, show, type Language } from '../../show'

/** A scene, and what of the group comes first. */
interface GroupScene extends Scene {
  screen: 'group' | 'notification' | 'topics'
}

function scenes(language: Language): GroupScene[] {
  const { say } = language
  const { name, longName, unbrokenName, long } = texts(language)
  const people = [name, longName, 'سارة', unbrokenName, ...'abcdefghij'.split('')]
  const fill =
    (fields: Record<string, unknown>) =>
    ({ groups }: FakeSdk): void => {
      const members = people.map((nick, at) => sdkMember(`u${at}`, { nick }))
      const profile = sdkProfile({ name: say('周末爬山', 'Weekend hiking'), memberCount: 128, ...fields })
      groups.set('team', { profile, members })
    }
  const scene = (caption: string, fields: Record<string, unknown>): GroupScene => ({
    caption,
    screen: 'group',
    prepare: fill(fields),
  })
  const owner = { selfInfo: { role: 'Owner', nameCard: name } }
  return [
    scene(say('群主', 'The owner'), { ...owner, notification: long, introduction: long }),
    scene(say('群成员', 'A member'), { notification: long }),
    scene(say('好友群', 'A work group'), { ...owner, type: 'Private', name: longName }),
    scene(say('直播群', 'A live room'), { type: 'AVChatRoom', name: unbrokenName, memberCount: 100_000 }),
    {
      caption: say('加载失败，可以重试', 'Failed, with retry'),
      screen: 'group',
      prepare: (sdk) => sdk.rejectNext('getGroupProfile', sdkError(2801)),
    },
    {
      caption: say('正在加载', 'Loading'),
      screen: 'group',
      prepare: (sdk) => void sdk.hold('getGroupProfile'),
    },
    { ...scene(say('群公告', 'The announcement'), { ...owner, notification: long }), screen: 'notification' },
    {
      ...scene(say('社群的话题', 'Topics of a community'), { ...owner, isSupportTopic: true }),
      screen: 'topics',
      then: ({ instance }) => {
        for (const topicName of [say('公告', 'News'), longName])
          void instance.createTopicInCommunity({ groupID: 'team', topicName })
      },
    },
    { ...scene(say('没有群公告', 'No announcement'), {}), screen: 'notification' },
  ]
}

show(
  (language) => {
    const list = scenes(language)
    return { screens: screensOf(list).map((screen, at) => ({ ...screen, screen: list[at]?.screen })) }
  },
  {
    filled() {
      play(this, scenes(phoneLanguage()))
    },
  },
)
