import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const SDK = join(__dirname, '../../../../node_modules/@tencentcloud/chat/index.js')

/** The tables of names in the SDK, by a name that only they have. */
const COMMANDS = /\{(LOGIN:"wslogin",[^}]*)\}/
const SERVICES = /NAME:\{(OPEN_IM:"openim",[^}]*)\}/
/** Where the SDK says which command goes to which service. */
const REQUEST = /servcmd:""\.concat\(\w+\.NAME\.([A-Z0-9_]+),"\."\)\.concat\(\w+\.([A-Z0-9_]+)\)/g

function table(source: string, pattern: RegExp): Map<string, string> {
  const [, entries] = pattern.exec(source) ?? []
  if (entries === undefined) throw new Error(`the SDK has no table ${pattern.source}: it has changed`)
  return new Map(
    [...entries.matchAll(/([A-Z0-9_]+):"([^"]+)"/g)].map(([, key = '', value = '']) => [key, value]),
  )
}

/** Every `service.command` that the installed SDK knows, those of its modules included. */
export function sdkCommands(): string[] {
  const source = readFileSync(SDK, 'utf8')
  const commands = table(source, COMMANDS)
  const services = table(source, SERVICES)
  const found = [...source.matchAll(REQUEST)].map(([, service = '', command = '']) => {
    const names = [services.get(service), commands.get(command)]
    if (names.includes(undefined)) throw new Error(`${service}.${command} is not in the tables of the SDK`)
    return names.join('.')
  })
  return [...new Set(found)].sort()
}
