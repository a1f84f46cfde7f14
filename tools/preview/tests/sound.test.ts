import { mp3Gains } from '../../../utils/mp3-level'
import { usePreview } from './phone-driver'

const preview = usePreview()

type Manager = Record<string, (argument?: unknown) => void>

it('records a tone, tells how loud it is, and makes a file that can be played', async () => {
  const phone = await preview.open()
  const { frame, file, ended } = await phone.run(async ({ wx }) => {
    const manager = wx.getRecorderManager?.() as Manager
    let frame: number[] = []
    const file = await new Promise<{ tempFilePath: string; duration: number; fileSize: number }>(
      (resolve) => {
        manager.onFrameRecorded?.(({ frameBuffer }: { frameBuffer: ArrayBuffer }) => {
          frame = [...new Uint8Array(frameBuffer)]
          manager.stop?.()
        })
        manager.onStop?.(resolve)
        manager.start?.({ format: 'mp3', frameSize: 1 })
      },
    )
    const audio = wx.createInnerAudioContext?.() as Manager & { src: string }
    const ended = new Promise<boolean>((resolve) => {
      audio.onEnded?.(() => resolve(true))
      audio.onError?.(() => resolve(false))
    })
    audio.src = file.tempFilePath
    audio.play?.()
    return { frame, file, ended: await ended }
  })
  const gains = mp3Gains(Uint8Array.from(frame))
  expect(gains).toHaveLength(4)
  for (const gain of gains) expect(gain).toBeGreaterThanOrEqual(140)
  expect(file.duration).toBeGreaterThan(100)
  expect(file.fileSize).toBeGreaterThan(1000)
  expect(ended).toBe(true)
})

it('has a user who may refuse the microphone, and change that in the settings', async () => {
  const phone = await preview.open()
  const answers: Promise<string[]> = phone.run(async ({ wx, __preview }) => {
    const call = (name: string): Promise<{ errMsg: string }> =>
      (wx[name]?.({ scope: 'scope.record' }) as Promise<{ errMsg: string }>).catch(
        (error: { errMsg: string }) => error,
      )
    const heard = [(await call('authorize')).errMsg]
    __preview.setPermission('scope.record', undefined)
    heard.push((await call('authorize')).errMsg)
    heard.push((await call('authorize')).errMsg)
    await call('openSetting')
    heard.push((await call('authorize')).errMsg)
    return heard
  })
  await phone.page.getByRole('button', { name: '拒绝' }).click()
  await phone.page.getByRole('button', { name: '允许' }).click()
  const refused = 'authorize:fail auth deny'
  expect(await answers).toEqual(['authorize:ok', refused, refused, 'authorize:ok'])
})

it('has calls, which take microphone and sound', async () => {
  const phone = await preview.open()
  const heard = await phone.run(async ({ wx, __preview }) => {
    const heard: string[] = []
    const manager = wx.getRecorderManager?.() as Manager
    manager.onInterruptionBegin?.(() => heard.push('microphone'))
    const listener = (): void => void heard.push('sound')
    wx.onAudioInterruptionBegin?.(listener)
    __preview.setCall(true)
    await new Promise((started) => {
      manager.onStart?.(() => started(undefined))
      manager.start?.({})
    })
    wx.offAudioInterruptionBegin?.(listener)
    __preview.setCall(true)
    return heard
  })
  expect(heard).toEqual(['sound', 'microphone'])
})
