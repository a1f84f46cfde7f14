import { sdkMessage } from '../fixtures/builders'
import { choose, tap, touch } from './chat-touch'
import { advance, phone, settle, sound } from './harness'
import { incoming, loneChat, SHEET } from './page'

describe('text and links', () => {
  test('two taps show a text in large, with its characters as they were sent in the clipboard', async () => {
    const page = await loneChat([incoming('see [微笑] you')])
    await touch(page, 0, 'open')
    expect(page.chat().find('text-viewer text.text').text).toBe('see 🙂 you')
    await tap(page.chat().find('text-viewer view.action'))
    expect(phone.clipboard).toEqual(['see [微笑] you'])
    await advance(SHEET)
    expect(page.chat().has('text-viewer')).toBe(false)
  })

  test('it closes when its author takes it back', async () => {
    const message = incoming('secret')
    const page = await loneChat([message])
    await touch(page, 0, 'open')
    page.sdk.emit('MESSAGE_REVOKED', [Object.assign(message, { isRevoked: true })])
    await settle()
    await advance(SHEET)
    expect(page.chat().has('text-viewer')).toBe(false)
  })

  test('a link is copied only after a question, a number is dialled or copied', async () => {
    const page = await loneChat([incoming('x')])
    await touch(page, 0, 'link', { url: 'https://a.b/c', type: 'link' })
    expect(phone.sheet().items).toEqual(['Copy link'])
    phone.sheet().choose(0)
    await settle()
    await touch(page, 0, 'link', { url: '13800138000', type: 'phone' })
    phone.sheet().choose(0)
    await settle()
    await touch(page, 0, 'link', { url: 'a@b.c', type: 'email' })
    phone.sheet().choose(0)
    await settle()
    expect([phone.clipboard, phone.calls]).toEqual([['https://a.b/c', 'a@b.c'], ['13800138000']])
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'weixin://x'])('%s leads nowhere', async (url) => {
    const page = await loneChat([incoming('x')])
    await touch(page, 0, 'link', { url, type: 'link' })
    expect(phone.sheets).toEqual([])
  })
})

describe('saving a picture', () => {
  const image = () =>
    sdkMessage({
      type: 'TIMImageElem',
      payload: { imageInfoArray: [{ imageUrl: 'https://a.b/p.jpg', width: 10, height: 10 }] },
    })

  test('puts it into the album', async () => {
    const page = await loneChat([image()])
    await choose(page, 0, 'Save')
    expect(phone.saved).toEqual(['wxfile://tmp/https://a.b/p.jpg'])
    expect(phone.toasts).toEqual(['Saved'])
  })

  test('that the user has refused some time ago leads to the settings', async () => {
    sound.permissions.decided['scope.writePhotosAlbum'] = false
    const page = await loneChat([image()])
    await choose(page, 0, 'Save')
    expect(phone.saved).toEqual([])
    phone.modals[0]?.answer(true)
    await settle()
    expect(sound.permissions.settings).toEqual(['mini program'])
  })

  test('that fails says so; one that the user breaks off says nothing', async () => {
    const page = await loneChat([image()])
    phone.saveAnswer = 'saveImageToPhotosAlbum:fail disk full'
    await choose(page, 0, 'Save')
    expect(phone.toasts).toEqual(['Could not save'])
    phone.saveAnswer = 'saveImageToPhotosAlbum:fail cancel'
    await choose(page, 0, 'Save')
    expect(phone.toasts).toHaveLength(1)
  })
})
