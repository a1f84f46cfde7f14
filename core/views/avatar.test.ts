import { avatarView } from './avatar'

const url = (address: string): string => avatarView(address, 'Bob', 'bob').url

test.each([
  'https://example.com/a.png',
  'HTTP://example.com/a.png',
  'wxfile://tmp/a.png',
  '/static/a.png',
  'data:image/png;base64,AAAA',
])('%s is a picture', (address) => expect(url(address)).toBe(address))

test.each([
  '',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html;base64,AAAA',
  'data:image/svg+xml;base64,AAAA',
  'vbscript:x',
  'file:///etc/passwd',
  'a.png',
  'x https://example.com/a.png',
])('"%s" is none', (address) => expect(url(address)).toBe(''))

test('without a picture there is the first character of the name, or a question mark', () => {
  expect(avatarView('', '张三', 'x').text).toBe('张')
  expect(avatarView('', '\u202e\u200b', 'x').text).toBe('?')
})

test('the tone depends on the ID only', () => {
  expect(avatarView('', 'Bob', 'x').tone).toBe(avatarView('/a.png', 'Other', 'x').tone)
})
