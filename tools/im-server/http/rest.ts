import type { Context } from 'hono'
import type { App } from '.'
import { ErrorCode, ImError } from '../errors'
import type { JsonObject } from '../json'
import { restCommands } from '../rest'
import { verifyUserSig } from '../usersig'
import { limitedBody, readBody } from './body'
import type { HttpContext } from './context'
import { localOnly } from './local'

/**
 * `/v4/…`: Tencent's server API, for the administrators of the app. The answer is always 200, as there; whether it
 * went well is in `ActionStatus`. The content type is not looked at: no web page has the UserSig that is needed.
 */
export function restRoutes(app: App, context: HttpContext): void {
  const { policy, saved, report } = context
  const commands = restCommands(context)

  /** @returns the administrator. @throws ImError 60010, 60012, 70xxx */
  function authenticate(request: Context['req']): string {
    const userID = request.query('identifier') ?? ''
    const sdkAppID = Number(request.query('sdkappid'))
    if (!Number.isSafeInteger(sdkAppID) || sdkAppID <= 0) {
      throw new ImError(ErrorCode.REST_SDK_APP_ID_MISSING, 'sdkappid must be in the address')
    }
    verifyUserSig(request.query('usersig') ?? '', { userID, sdkAppID }, policy.secretKey)
    if (policy.administrators.includes(userID)) return userID
    throw new ImError(ErrorCode.REST_NOT_ADMINISTRATOR, `${userID} is not an administrator of the app`)
  }

  async function run(request: Context, name: string): Promise<JsonObject> {
    const administrator = authenticate(request.req)
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new ImError(ErrorCode.REST_NOT_FOUND, `there is no command ${name}`)
    const body = await readBody(request, ErrorCode.REST_JSON_INVALID)
    const reply = command(body, administrator)
    await saved()
    return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...(reply ?? {}) }
  }

  function failure(error: unknown, name: string): JsonObject {
    if (error instanceof ImError) {
      return { ActionStatus: 'FAIL', ErrorCode: error.code, ErrorInfo: error.message }
    }
    report(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`)
    return {
      ActionStatus: 'FAIL',
      ErrorCode: ErrorCode.INTERNAL,
      ErrorInfo: 'internal error of the IM server',
    }
  }

  app.use('/v4/*', localOnly, limitedBody)
  app.post('/v4/:service/:command', async (request) => {
    const name = `${request.req.param('service')}/${request.req.param('command')}`
    return request.json(await run(request, name).catch((error: unknown) => failure(error, name)))
  })
}
