import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { appState } from './app-state'
import { lexicon } from './lexicon'
import { messageSearch } from './message-search'
import { peopleSearch } from './people-search'
import { speech } from './speech'
import { translate } from './translate'

/** What the platform offers around messages: search, translation, voice to text, the word filter. */
export function cloudServices(context: ServerContext): Service[] {
  return [
    messageSearch(context),
    peopleSearch(context),
    translate(context),
    speech(context),
    lexicon(context),
    appState(),
  ]
}
