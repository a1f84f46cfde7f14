import type { Context } from 'hono'
import { Hono } from 'hono'
import type { App, Bindings } from '.'
import { ImError } from '../errors'
import { readFaultRule } from '../fault-rule'
import { isObject, readCount, readID, readObject, readObjects, readString, type JsonObject } from '../json'
import type { ControlMessage } from '../control'
import { KickType } from '../services/session/login'
import { limitedBody, readBody } from './body'
import type { HttpContext } from './context'
import { jsonOnly, localOnly } from './local'
import { traceStream } from './trace'

function readProfile(body: JsonObject): Record<string, string | number> {
  if (body.profile === undefined) return {}
  const entries = Object.entries(readObject(body, 'profile'))
  return Object.fromEntries(
    entries.map(([tag, value]) => [
      tag,
      typeof value === 'number' ? value : readString({ [tag]: value }, tag),
    ]),
  )
}

function readTexts(body: JsonObject, key: string): Record<string, string> {
  const texts = readObject(body, key)
  return Object.fromEntries(Object.keys(texts).map((name) => [name, readString(texts, name)]))
}

function readKickType(body: JsonObject): KickType {
  const type = readCount(body, 'type', KickType.BY_ADMINISTRATOR)
  return Object.values(KickType).find((known) => known === type) ?? KickType.BY_ADMINISTRATOR
}

function readMessage(body: JsonObject): ControlMessage {
  const elements = body.elements === undefined ? undefined : readObjects(body, 'elements')
  return {
    ...(body.from === undefined ? {} : { from: readID(body, 'from') }),
    to:
      body.groupID === undefined ? { userID: readID(body, 'userID') } : { groupID: readID(body, 'groupID') },
    content: elements ? { elements } : { text: readID(body, 'text') },
    cloudCustomData: readString(body, 'cloudCustomData', ''),
    onlineOnly: body.onlineOnly === true,
  }
}

/** `/control/…`: the control API, for tests in another process and for the developer's page. See docs/im-server.md. */
export function controlRoutes(app: App, { control, trace, saved, report }: HttpContext): void {
  const routes: App = new Hono<{ Bindings: Bindings }>()
  routes.use(localOnly, jsonOnly, limitedBody)

  /** Answers what the action returns, after it is safe in the storage. */
  const act =
    (action: (body: JsonObject, param: (name: string) => string) => unknown) => async (context: Context) => {
      const body = await readBody(context)
      const result = action(body, (name) => context.req.param(name) ?? '')
      await saved()
      return context.json(isObject(result) || Array.isArray(result) ? result : {})
    }

  routes.get('/users', (context) => context.json(control.users()))
  routes.post(
    '/users',
    act((body) => control.createUser(readID(body, 'userID'), readProfile(body))),
  )
  routes.get('/users/:userID/conversations', (context) =>
    context.json(control.conversations(context.req.param('userID'))),
  )
  routes.post(
    '/users/:userID/usersig',
    act((body, param) => ({
      userSig: control.userSig(
        param('userID'),
        readCount(body, 'sdkAppID'),
        body.expire === undefined ? undefined : readCount(body, 'expire'),
      ),
    })),
  )
  routes.post(
    '/users/:userID/kick',
    act((body, param) => ({ kicked: control.kick(param('userID'), readKickType(body)) })),
  )
  routes.post(
    '/users/:userID/drop',
    act((_body, param) => ({ dropped: control.dropConnections(param('userID')) })),
  )

  routes.post(
    '/users/:userID/expire',
    act((_body, param) => control.expire(param('userID'))),
  )

  routes.get('/groups', (context) => context.json(control.groups()))
  routes.post(
    '/messages',
    act((body) => control.send(readMessage(body))),
  )

  routes.get('/faults', (context) => context.json(control.faults.list()))
  routes.post(
    '/faults',
    act((body) => ({ id: control.faults.add(readFaultRule(body)) })),
  )
  routes.delete(
    '/faults',
    act(() => control.faults.clear()),
  )
  routes.delete('/faults/:id', (context) => {
    const removed = control.faults.remove(context.req.param('id'))
    return removed ? context.json({}) : context.json({ error: 'there is no such fault' }, 404)
  })
  routes.put(
    '/delay',
    act((body) => control.setDelay(readCount(body, 'milliseconds'))),
  )

  routes.put(
    '/config',
    act((body) => control.pushConfig(readTexts(body, 'config'))),
  )
  routes.put(
    '/abilities',
    act((body) => control.pushAbilities(readID(body, 'abilities'))),
  )
  routes.post(
    '/overload',
    act((body) =>
      control.overload(
        readID(body, 'command'),
        readCount(body, 'seconds'),
        body.userID === undefined ? undefined : readID(body, 'userID'),
      ),
    ),
  )

  routes.get('/trace', () => traceStream(trace))
  routes.all('*', (context) => context.json({ error: 'there is no such thing to control' }, 404))
  routes.onError((error, context) => {
    if (error instanceof ImError) return context.json({ error: error.message, code: error.code }, 400)
    report(`${context.req.method} ${context.req.path} failed: ${error.stack ?? error.message}`)
    return context.json({ error: 'internal error of the IM server' }, 500)
  })
  app.route('/control', routes)
}
