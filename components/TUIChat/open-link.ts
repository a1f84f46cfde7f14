import type { Translate } from '../../locales/index'
import { tapHandled } from '../../core/registry/hooks'
import { platform } from '../../platform/index'

export type LinkType = 'link' | 'phone' | 'email'

/** Peers write links of any kind; only these lead somewhere that people expect. */
const WEB = /^https?:\/\//i

async function copy(text: string, told: string, t: Translate): Promise<void> {
  platform.toast((await platform.copy(text)) ? told : t('menu.copyFailed'))
}

/**
 * What was tapped in a text: the host decides, else the user does. A mini program may not open pages of the web, so
 * a link is copied.
 */
export async function openLink(url: string, type: LinkType, t: Translate): Promise<void> {
  if (type === 'link' && !WEB.test(url)) return
  if (tapHandled({ type, url })) return
  if (type === 'phone') {
    const choice = await platform.actionSheet([t('link.call', { phone: url }), t('link.copyPhone')])
    if (choice === 0) platform.call(url)
    if (choice === 1) await copy(url, t('menu.copied'), t)
    return
  }
  const label = t(type === 'email' ? 'link.copyEmail' : 'link.copy')
  if ((await platform.actionSheet([label])) === 0)
    await copy(url, t(type === 'email' ? 'menu.copied' : 'link.copied'), t)
}
