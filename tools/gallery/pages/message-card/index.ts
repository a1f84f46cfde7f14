import { cardView, type CardView } from '../../../../core/kinds/card'
import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { usual, long, unbroken, arabic, name, longName } = texts(language)
  const file = (fileName: string, bytes: number): CardView | undefined =>
    cardView({ type: 'file', url: 'https://example.com/file', name: fileName, bytes }, t)
  const place = (description: string): CardView | undefined =>
    cardView({ type: 'location', description, latitude: 39.9, longitude: 116.4 }, t)
  const history = (title: string, abstracts: string[]): CardView | undefined =>
    cardView({ type: 'merger', title, abstracts }, t)
  return {
    states: [
      { caption: say('文件', 'File'), card: file(say('行程.pdf', 'Itinerary.pdf'), 48_000) },
      { caption: say('文件名很长', 'Very long file name'), card: file(`${long}.pdf`, 2_400_000) },
      { caption: say('文件名不能断开', 'File name without a break'), card: file(`${unbroken}.zip`, 1) },
      { caption: say('文件没有名字', 'File without a name'), card: file('', 0) },
      { caption: say('文件名从右向左', 'File name from right to left'), card: file(`${arabic}.pdf`, 1024) },
      { caption: say('位置', 'Place'), card: place(say('人民广场', "People's Square")) },
      { caption: say('位置很长', 'Very long place'), card: place(long) },
      { caption: say('位置没有名字', 'Place without a name'), card: place('') },
      {
        caption: say('聊天记录', 'Chat history'),
        card: history(say('周末爬山', 'Weekend hiking'), [
          `${name}: ${usual}`,
          `${name}: ${long}`,
          `${name}: ${arabic}`,
        ]),
      },
      {
        caption: say('聊天记录，标题很长', 'Chat history, very long title'),
        card: history(longName, [unbroken]),
      },
      { caption: say('聊天记录没有内容', 'Chat history without lines'), card: history('', []) },
    ],
  }
})
