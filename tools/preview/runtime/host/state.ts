/** How one phone is set up. */
export interface PhoneState {
  user: string
  theme: 'light' | 'dark'
  language: 'zh-CN' | 'en'
  width: 320 | 375 | 414
  online: boolean
}

export const WIDTHS = [320, 375, 414] as const

/** Reads a phone's set-up from the address: `#a=alice,light,zh-CN,375,on&b=…`. What is missing takes the defaults. */
export function readState(name: string, user: string): PhoneState {
  const [id, theme, language, width, network] = (
    new URLSearchParams(location.hash.slice(1)).get(name) ?? ''
  ).split(',')
  return {
    user: id || user,
    theme: theme === 'dark' ? 'dark' : 'light',
    language: language === 'en' ? 'en' : 'zh-CN',
    width: WIDTHS.find((known) => String(known) === width) ?? 375,
    online: network !== 'off',
  }
}

export function writeState(name: string, { user, theme, language, width, online }: PhoneState): void {
  const hash = new URLSearchParams(location.hash.slice(1))
  hash.set(name, [user, theme, language, width, online ? 'on' : 'off'].join(','))
  history.replaceState(null, '', `#${hash.toString().replaceAll('%2C', ',')}`)
}
