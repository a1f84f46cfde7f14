import type { Friend } from '../../../../core/store/contacts'
import { peopleView } from '../../../../core/views/people'
import { texts } from '../../samples'
import { show } from '../../show'

const friend = (userID: string, nick: string): Friend => ({
  userID,
  remark: '',
  groups: [],
  profile: { userID, nick, avatar: '', signature: '', gender: '', birthday: 0, allow: 'any' },
})

show((language) => {
  const { say, t } = language
  const { longName, unbrokenName } = texts(language)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const many = [...letters.map((letter) => friend(letter, `${letter}nn`)), friend('x', '😀')]
  const few = [friend('w', '王浩'), friend('l', longName), friend('u', unbrokenName)]
  return {
    index: t('contact.index'),
    states: [
      {
        caption: say('从 A 到 Z', 'From A to Z'),
        ...peopleView(many, '', 0),
        foot: t('contact.count', { count: many.length }),
        selected: {},
      },
      {
        caption: say('可以选择', 'To choose from'),
        ...peopleView(few, '', 0),
        selecting: true,
        selected: { w: 'on', l: 'locked' },
      },
    ],
  }
})
