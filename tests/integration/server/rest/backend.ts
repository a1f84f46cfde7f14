import { userSigFor, type TestServer } from '../../harness'

export type RestReply = Record<string, unknown> & { ActionStatus: 'OK' | 'FAIL'; ErrorCode: number }

/** A host's back end: it asks as Tencent's documentation says. */
export function backend(
  server: () => TestServer,
  identifier = 'administrator',
  usersig = userSigFor(identifier, 1400000000),
): (command: string, body: unknown) => Promise<RestReply> {
  return async (command, body) => {
    const query = new URLSearchParams({
      sdkappid: '1400000000',
      identifier,
      usersig,
      random: '99999999',
      contenttype: 'json',
    })
    const url = `http://127.0.0.1:${server().port}/v4/${command}?${query.toString()}`
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(url, { method: 'POST', body: text })
    expect(response.status).toBe(200)
    return (await response.json()) as RestReply
  }
}
