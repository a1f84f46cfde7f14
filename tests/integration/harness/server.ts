import { createImServer, type ImServer, type ImServerOptions } from '../../../tools/im-server/server'
import { createUserSig } from '../../../tools/im-server/usersig'
import { record } from './conformance/record'

export const TEST_SECRET_KEY = 'integration-test-key'

export interface TestServer extends ImServer {
  /** What it had to say, for example unknown commands. */
  readonly reports: string[]
}

/** A server of its own, on a free port. Users alice, bob and carol exist. */
export async function startServer(options: Partial<ImServerOptions> = {}): Promise<TestServer> {
  const reports: string[] = []
  const users = ['alice', 'bob', 'carol'].map((userID) => ({
    userID,
    nick: userID.toUpperCase(),
    avatar: '',
    selfSignature: '',
  }))
  const server = await createImServer({
    secretKey: TEST_SECRET_KEY,
    seed: { users, messages: [] },
    report: (line) => reports.push(line),
    ...options,
  })
  record(server.trace)
  return { ...server, reports }
}

/** Valid for an hour, unless said otherwise. */
export function userSigFor(
  userID: string,
  sdkAppID: number,
  {
    secretKey = TEST_SECRET_KEY,
    expire = 3600,
    time,
  }: { secretKey?: string; expire?: number; time?: number } = {},
): string {
  return createUserSig({ userID, sdkAppID, expire, time }, secretKey)
}
