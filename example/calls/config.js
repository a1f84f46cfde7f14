import { withLaunchParameters } from './launch-parameters'

/**
 * The one place to fill in. SECRETKEY in a client is for debugging only: whoever has the package has the key.
 * In production the host's server issues the UserSig, as example/usersig-server does.
 */
export const config = withLaunchParameters({
  /** Who logs in. */
  userID: 'alice',
  /** From the IM console; the local IM server takes any. */
  SDKAPPID: 1400000000,
  /** From the IM console; this one is the local IM server's and protects nothing. */
  SECRETKEY: 'local-development-key',
  /** The local IM server. Without it, `{}`, the SDK connects to Tencent Cloud. */
  createOptions: { proxyServer: 'ws://127.0.0.1:9911' },
})
