import { isBuiltinTag } from '../builtin-tags'
import type { MiniProgram } from '../mini-program'
import type { Program } from '../program'
import type { Router } from '../pages'
import { liveApi } from '../live/contexts'
import { dialogsApi } from './dialogs'
import { mediaApi } from './media'
import { miscApi } from './misc'
import { navigationApi } from './navigation'
import { networkApi } from './network'
import { nodesApi } from './nodes'
import { permissionsApi } from './permissions'
import { soundApi } from './sound'
import { storageApi } from './storage'
import { systemApi } from './system'

type Wx = Record<string, unknown>

/** Names that libraries only look for to tell hosts apart. WeChat on a phone has none of them. */
const PROBED = new Set(['createGamePortal', 'miniapp', 'then', 'toJSON', 'constructor', 'default'])

/** Functions in WeChat start with a small letter; what a mini program puts on `wx` itself does not. */
const isFunctionName = (name: string): boolean => /^[a-z][A-Za-z]+$/.test(name) && !PROBED.has(name)

/** Builds the `wx` object. What the preview does not have fails when it is called. */
export function createWx(program: Program, router: Router, app: MiniProgram): Wx {
  const api: Wx = {
    ...storageApi,
    ...networkApi,
    ...dialogsApi,
    ...mediaApi,
    ...soundApi,
    ...liveApi,
    ...permissionsApi,
    ...miscApi,
    ...systemApi(program, router),
    ...navigationApi(router, app),
    ...nodesApi(router),
    ...app.api(),
  }
  api.canIUse = (schema: string) => {
    const [name = ''] = schema.split('.')
    return name in api || isBuiltinTag(name)
  }
  return new Proxy(api, {
    get(target, name) {
      if (name in target || typeof name === 'symbol' || !isFunctionName(name)) return target[name as string]
      return () => {
        throw new Error(`wx.${name} is not implemented in the preview`)
      }
    },
  })
}
