import { advance, mount } from './harness'

test('a second tap of those that opened a sheet does not close it', async () => {
  const sheet = mount('components/common/sheet', { events: ['close'] })
  sheet.find('view.scrim').tap()
  expect(sheet.events.close).toEqual([])
  await advance(300)
  sheet.find('view.scrim').tap()
  expect(sheet.events.close).toHaveLength(1)
})
