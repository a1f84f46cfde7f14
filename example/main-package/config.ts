/**
 * The one place to fill in. SECRETKEY in a client is for debugging only: whoever has the package has the key.
 * In production the host's server issues the UserSig, see the README.
 */
export const config = {
  /** From the IM console; the local IM server takes any. */
  SDKAPPID: 1400000000,
  /** From the IM console; this one is the local IM server's and protects nothing. */
  SECRETKEY: 'local-development-key',
  userID: 'alice',
  /** The local IM server, for example `ws://127.0.0.1:9911`. Empty: Tencent Cloud. */
  proxyServer: '',
}
