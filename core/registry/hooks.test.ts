import { registerHooks, tapHandled } from './hooks'

const link = { type: 'link', url: 'https://a.b' } as const

test('a tap is dealt with by the newest host that says so', () => {
  const heard: string[] = []
  const first = registerHooks({ onTap: ({ type }) => Boolean(heard.push(`first ${type}`)) })
  const second = registerHooks({ onTap: ({ type }) => void heard.push(`second ${type}`) })
  expect(tapHandled(link)).toBe(true)
  expect(heard).toEqual(['second link', 'first link'])
  first()
  second()
  expect(tapHandled(link)).toBe(false)
})

test('one that throws has not dealt with it', () => {
  const undo = registerHooks({
    onTap: () => {
      throw new Error('oops')
    },
  })
  expect(tapHandled(link)).toBe(false)
  undo()
})
