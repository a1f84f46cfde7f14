import type { ServerContext } from '../../context'
import type { Extension, ExtensionChange } from '../../domain/extensions'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObjects, readString, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Handler, Service } from '../../router'
import { requireNotRevoked, Targets, type Target } from './target'

/** No meaning of its own: the SDK goes by the array key. */
const EXTENSION_EVENT = 28

const Operation = { SET: 1, DELETE: 2, CLEAR: 3 } as const

const toWire = ({ key, value, seq }: Extension): JsonObject => ({ Key: key, Value: value, Seq: seq })

function resultToWire({ extension, conflict }: ExtensionChange): JsonObject {
  return { ErrorCode: conflict ? ErrorCode.EXTENSION_CONFLICT : 0, Extension: toWire(extension) }
}

function refuse(info: string): never {
  throw new ImError(ErrorCode.INVALID_REQUEST, info)
}

function readChanges(body: JsonObject, operation: number): Extension[] {
  const items = readObjects(body, 'ExtensionList')
  if (items.length === 0) refuse('ExtensionList must not be empty')
  if (items.length > Limits.extensionsPerRequest) {
    refuse(`at most ${Limits.extensionsPerRequest} keys can be changed at once`)
  }
  const changes = items.map((item) => ({
    key: readID(item, 'Key'),
    value: operation === Operation.DELETE ? '' : readString(item, 'Value', ''),
    seq: readCount(item, 'Seq', 0),
  }))
  for (const { key, value } of changes) {
    if (Buffer.byteLength(key) > Limits.extensionKeyBytes) {
      refuse(`a key has at most ${Limits.extensionKeyBytes} bytes`)
    }
    if (Buffer.byteLength(value) > Limits.extensionValueBytes) {
      refuse(`a value has at most ${Limits.extensionValueBytes} bytes`)
    }
  }
  if (new Set(changes.map(({ key }) => key)).size < changes.length) refuse('a key occurs twice')
  return changes
}

function requireExtensible(target: Target): Target {
  requireNotRevoked(target)
  if (target.message.supportExtension !== 1) {
    throw new ImError(ErrorCode.EXTENSION_UNSUPPORTED, 'the message was not sent with support of extensions')
  }
  return target
}

/**
 * SDK: `setMessageExtensions`, `getMessageExtensions`, `deleteMessageExtensions`; everybody in the conversation
 * gets `MESSAGE_EXTENSIONS_UPDATED` or `MESSAGE_EXTENSIONS_DELETED`.
 */
export function messageExtensions(context: ServerContext): Service {
  const { extensions } = context.domain
  const targets = new Targets(context)

  function announce(target: Target, operation: number, change: JsonObject): void {
    const { TinyId, ...info } = target.info
    target.announce({
      Event: EXTENSION_EVENT,
      MsgExtensionNotify: {
        ...(target.kind === 'c2c' ? { ExtensionC2cMsgInfo: info } : { ExtensionGroupMsgInfo: info }),
        TinyId,
        MsgOptType: operation,
        MsgLastSeq: extensions.counters(target.key).latestSeq,
        ...change,
      },
    })
  }

  function clear(target: Target): JsonObject {
    extensions.clear(target.key)
    const { latestSeq, clearSeq } = extensions.counters(target.key)
    announce(target, Operation.CLEAR, { ClearKVInfo: [{ ClearMsgSeq: clearSeq }] })
    return { ExtensionList: [], Seq: latestSeq }
  }

  function change(target: Target, operation: number, changes: Extension[]): JsonObject {
    const { key } = target
    if (operation === Operation.SET && extensions.countWith(key, changes) > Limits.extensions) {
      throw new ImError(ErrorCode.TOO_MANY_EXTENSIONS, `a message has at most ${Limits.extensions} keys`)
    }
    const before = extensions.counters(key).latestSeq
    const results = extensions.change(key, changes)
    const { latestSeq } = extensions.counters(key)
    if (latestSeq > before) {
      const done = results.filter(({ extension }) => extension.seq === latestSeq)
      const pairs = [{ MsgKeyValue: done.map(({ extension }) => toWire(extension)) }]
      announce(
        target,
        operation,
        operation === Operation.SET ? { SetKVInfo: pairs } : { DeleteKVInfo: pairs },
      )
    }
    return { ExtensionList: results.map(resultToWire), Seq: latestSeq }
  }

  /** A page never ends between two keys of the same `Seq`: the client goes on with the next number. */
  function page({ key }: Target, startSeq: number): JsonObject {
    const rest = extensions.since(key, startSeq)
    let list = rest.slice(0, Limits.extensionPage)
    const next = rest[list.length]
    if (next) list = list.filter(({ seq }) => seq < next.seq)
    const { latestSeq, clearSeq } = extensions.counters(key)
    return {
      ExtensionList: list.map(toWire),
      CompleteFlag: next ? 0 : 1,
      LatestSeq: latestSeq,
      ClearSeq: clearSeq,
    }
  }

  type Find = (userID: string, body: JsonObject) => Target
  const setting =
    (find: Find): Handler =>
    ({ userID }, body) => {
      const target = requireExtensible(find(userID, body))
      const operation = readCount(body, 'OperateType')
      if (operation === Operation.CLEAR) return clear(target)
      if (operation !== Operation.SET && operation !== Operation.DELETE)
        refuse('OperateType must be 1, 2 or 3')
      return change(target, operation, readChanges(body, operation))
    }
  const getting =
    (find: Find): Handler =>
    ({ userID }, body) =>
      page(requireExtensible(find(userID, body)), readCount(body, 'startSeq', 0))
  const c2c: Find = (userID, body) => targets.c2c(userID, body)
  const group: Find = (userID, body) => targets.group(userID, body)

  return {
    commands: {
      'openim_msg_ext_http_svc.set_key_values': setting(c2c),
      'openim_msg_ext_http_svc.get_key_values': getting(c2c),
      'openim_msg_ext_http_svc.group_set_key_values': setting(group),
      'openim_msg_ext_http_svc.group_get_key_values': getting(group),
    },
  }
}
