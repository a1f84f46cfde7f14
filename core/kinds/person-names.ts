import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { Person } from '../store/types'

const NAME_LENGTH = 20
/** More people are counted instead of named. */
const NAMED = 3

/** A person in a sentence: “you” for the one who reads it, else the name in quotes. */
export function personName({ self, name, userID }: Person, t: Translate): string {
  if (self) return t('person.you')
  const shown = clip(singleLine(name) || singleLine(userID), NAME_LENGTH)
  return shown ? t('person.named', { name: shown }) : t('person.someone')
}

export function personNames(people: readonly Person[], t: Translate): string {
  const named = people.slice(0, NAMED).map((person) => personName(person, t))
  const all = named.join(t('person.separator')) || t('person.someone')
  return people.length > NAMED ? t('person.andMore', { names: all, count: people.length }) : all
}
