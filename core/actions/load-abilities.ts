import { attempt } from './attempt'
import type { Kit } from './kit'

/** Asks what the app's plan and this build of the SDK allow. What is not known is not offered. */
export async function loadAbilities(kit: Kit): Promise<void> {
  const { logins } = kit.store.get().session
  const result = await attempt('callExperimentalAPI', () => kit.sdk.abilities())
  if (kit.store.get().session.logins !== logins) return
  if (result.ok) kit.store.set(() => ({ abilities: result.value }))
  else kit.reportQuietly(result.error)
}
