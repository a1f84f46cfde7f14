import type { ImServerOptions } from '../../../tools/im-server/server'
import { closeClients, createClient, type TestClient } from './client'
import { startServer, type TestServer } from './server'

/**
 * A fresh server before each test of a file (or of a `describe`); after it, the clients and the server are closed.
 * @param options fixed, or made anew for each test
 */
export function useServer(options: Partial<ImServerOptions> | (() => Partial<ImServerOptions>) = {}): {
  readonly current: TestServer
  /** Closes it and starts another one on the same port. */
  restart(): Promise<void>
  login(userID: string, extraOptions?: Record<string, unknown>): Promise<TestClient>
} {
  let server: TestServer
  beforeEach(async () => {
    server = await startServer(typeof options === 'function' ? options() : options)
  })
  afterEach(async () => {
    await closeClients()
    await server.close()
  })
  return {
    get current() {
      return server
    },
    async restart() {
      const { port } = server
      await server.close()
      server = await startServer({ port })
    },
    login: (userID, extraOptions) => createClient(server, userID, extraOptions),
  }
}
