import { reactionViews } from '../../../../core/views/row-extras'
import type { Reaction } from '../../../../core/store/types'
import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say } = language
  const { name, longName } = texts(language)
  const reaction = (reactionID: string, count: number, names: string[] = [], mine = false): Reaction => ({
    reactionID,
    count,
    mine,
    names,
  })
  const many = [...'👍😂🎉😮😢🙏👏🔥💯👀🤝🥳'].map((emoji, at) => reaction(emoji, at * 7 + 1))
  return {
    states: [
      { caption: say('一个人', 'One person'), reactions: reactionViews([reaction('👍', 1, [name])]) },
      {
        caption: say('也有我', 'Me too'),
        reactions: reactionViews([reaction('[强]', 2, [name, say('我', 'Me')], true), reaction('🎉', 3)]),
      },
      { caption: say('很多', 'Many'), reactions: reactionViews(many) },
      { caption: say('自己的消息', 'Own message'), own: true, reactions: reactionViews(many.slice(0, 8)) },
      {
        caption: say('很多人，很长的名字', 'Many people, a long name'),
        reactions: reactionViews([reaction('❤️', 100_000, []), reaction('😀', 1, [longName])]),
      },
      {
        caption: say('不认识的表情', 'An unknown one'),
        reactions: reactionViews([reaction('a-name-of-another-app', 2)]),
      },
    ],
  }
})
