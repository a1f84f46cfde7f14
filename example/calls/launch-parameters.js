/** A text with a stray `%` stays as it is. */
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch (_notEncoded) {
    return text
  }
}

/**
 * In development `userID` and `proxyServer` in the launch parameters replace what the config file says: several
 * phones, or compile conditions of the developer tools, are then several users.
 */
export function withLaunchParameters(config) {
  if (wx.getAccountInfoSync().miniProgram.envVersion !== 'develop') return config
  const { userID = config.userID, proxyServer } = wx.getLaunchOptionsSync().query
  const server = proxyServer ? { proxyServer: decoded(proxyServer) } : {}
  return { ...config, userID, createOptions: { ...config.createOptions, ...server } }
}
