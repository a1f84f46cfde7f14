import { RawClient, useServer } from '../../harness'
import { NOT_COVERED } from '../../harness/conformance/not-covered'
import { conformance } from '../../harness/conformance/report'
import { sdkCommands } from '../../harness/conformance/sdk-commands'

const server = useServer()

const SENT_BY_SERVER = 'sent by the server'

test('the commands of the installed SDK are found', () => {
  const commands = sdkCommands()
  expect(commands.length).toBeGreaterThan(130)
  expect(commands).toEqual(
    expect.arrayContaining(['im_open_status.wslogin', 'openim.modify_group_msg', 'message_search.query']),
  )
})

test('the server knows every command that the SDK can send', async () => {
  const client = await RawClient.login(server.current, 'alice')
  for (const command of sdkCommands()) {
    if (NOT_COVERED[command] === undefined) await client.request(command, {})
  }
  client.close()
  expect(server.current.reports).toEqual([])
})

describe('the table at the end of a run', () => {
  const commands = ['a.one', 'a.two', 'StatSvc.KickOther', ...Object.keys(NOT_COVERED)]
  const recorded = { testFiles: [], asked: ['a.one', 'a.two'], answered: ['a.one', 'a.two'], unknown: [] }

  test('is complete when everything was asked that can be', () => {
    const { table, failures } = conformance(commands, recorded, true)
    expect(failures).toEqual([])
    expect(table.join('\n')).toMatch(/\ba +2 +2 +2/)
    expect(table.join('\n')).toContain(`${SENT_BY_SERVER}: KickOther`)
  })

  test('misses what was not asked, and what only others have asked', () => {
    const part = { ...recorded, asked: ['a.one'] }
    expect(conformance(commands, part, true).failures).toEqual(['a.two was not asked by any real client'])
    expect(conformance(commands, part, false)).toEqual({ table: [], failures: [] })
  })

  test('counts the calls about communities as the same commands', () => {
    const community = { ...recorded, asked: ['million_group_b.c'], answered: ['million_group_b.c'] }
    const { failures } = conformance(['group_b.c', ...Object.keys(NOT_COVERED)], community, true)
    expect(failures).toEqual([])
  })

  test('never lets an unknown command pass', () => {
    const unknown = { ...recorded, unknown: ['x.y'] }
    const failure = ['x.y was asked by the SDK and is not known to the server']
    expect(conformance(commands, unknown, false).failures).toEqual(failure)
    expect(conformance(commands, unknown, true).failures).toEqual(failure)
  })

  test('takes no excuse for what was asked', () => {
    const excused = { ...recorded, asked: [...recorded.asked, 'StatSvc.KickOther'] }
    expect(conformance(commands, excused, true).failures).toEqual([
      'StatSvc.KickOther is excused, but it was asked: take it off the list',
    ])
  })
})
