import { genTestUserSig } from './TUIKit/debug/GenerateTestUserSig'
import { config } from './config'

/** Asks the server; signs by itself only while there is none, for debugging. */
export function getUserSig() {
  const { userSigServer, sessionToken } = config
  if (!userSigServer) return genTestUserSig(config).userSig
  return new Promise((resolve, reject) => {
    wx.request({
      url: `${userSigServer}/usersig`,
      method: 'POST',
      header: { authorization: `Bearer ${sessionToken}` },
      success({ statusCode, data }) {
        if (statusCode === 200) resolve(data.userSig)
        else reject(new Error(`the server answered ${statusCode}`))
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
