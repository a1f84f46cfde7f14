import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What WeChat hands to wxs, as far as the gesture uses it. */
interface Gesture {
  onStart(event: object): unknown
  onMove(event: object): unknown
  onEnd(event: object, owner: object): unknown
  onOpen(open: boolean, before: boolean | undefined, owner: object, instance: object): void
}

const WIDTH = 228

/** The gesture on a row, and a finger on it. */
function row({ open = false, width = WIDTH } = {}) {
  const script = readFileSync(join(__dirname, '../../components/common/swipe-cell/gesture.wxs'), 'utf8')
  const exported = { exports: {} as Gesture }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- wxs is a script of the view layer
  new Function('module', script)(exported)
  const gesture = exported.exports
  const styles: Record<string, string>[] = []
  const settled: boolean[] = []
  const state = {}
  const dataset = { width, open }
  const instance = {
    getState: () => state,
    getDataset: () => dataset,
    setStyle: (style: Record<string, string>) => styles.push(style),
  }
  const owner = { callMethod: (_: string, { open: opened }: { open: boolean }) => settled.push(opened) }
  let at = { x: 300, y: 400, time: 0 }
  const event = (fingers = 1) => ({
    touches: Array.from({ length: fingers }, () => ({ pageX: at.x, pageY: at.y })),
    timeStamp: at.time,
    currentTarget: { dataset },
    instance,
  })
  return {
    gesture,
    styles,
    settled,
    instance,
    down: () => gesture.onStart(event()),
    /** In steps, as fingers do. @returns whether the list may scroll */
    move(dx: number, dy = 0, ms = 400): boolean {
      let free = true
      for (let step = 0; step < 10; step++) {
        at = { x: at.x + dx / 10, y: at.y + dy / 10, time: at.time + ms / 10 }
        free = gesture.onMove(event()) !== false
      }
      return free
    },
    pinch: () => gesture.onMove(event(2)),
    up: () => gesture.onEnd(event(0), owner),
    offset: () => Number(/-?[\d.]+/.exec(styles.at(-1)?.transform ?? '')?.[0] ?? 0),
  }
}

test('follows the finger without a jump, and keeps the list from scrolling', () => {
  const cell = row()
  cell.down()
  expect(cell.move(-5)).toBe(true)
  expect(cell.styles).toEqual([])
  expect(cell.move(-100)).toBe(false)
  expect(cell.offset()).toBeLessThan(-80)
  expect(cell.offset()).toBeGreaterThanOrEqual(-105)
  expect(cell.styles.at(-1)?.transition).toBe('none')
})

test.each([
  ['past the half opens', -150, 600, true],
  ['before the half closes', -80, 600, false],
  ['flicked opens, however short', -60, 60, true],
])('let go %s', (_, dx, ms, opened) => {
  const cell = row()
  cell.down()
  cell.move(dx, 0, ms)
  cell.up()
  expect(cell.settled).toEqual([opened])
  expect(cell.offset()).toBe(opened ? -WIDTH : 0)
  expect(cell.styles.at(-1)?.transition).toContain('transform')
})

test('beyond the actions it gives way like rubber', () => {
  const cell = row()
  cell.down()
  cell.move(-400)
  expect(cell.offset()).toBeLessThan(-WIDTH)
  expect(cell.offset()).toBeGreaterThan(-WIDTH - 60)
})

test('a finger that goes up or down scrolls the list, also when it turns sideways later', () => {
  const cell = row()
  cell.down()
  expect(cell.move(-4, 60)).toBe(true)
  expect(cell.move(-200)).toBe(true)
  cell.up()
  expect(cell.styles).toEqual([])
  expect(cell.settled).toEqual([])
})

test('to the right a closed row stays where it is', () => {
  const cell = row()
  cell.down()
  expect(cell.move(150)).toBe(true)
  expect(cell.styles).toEqual([])
})

test('an open row is closed by the finger', () => {
  const cell = row({ open: true })
  cell.down()
  cell.move(180, 0, 600)
  cell.up()
  expect(cell.settled).toEqual([false])
  expect(cell.offset()).toBe(0)
})

test('a row without actions, and two fingers, push nothing', () => {
  const none = row({ width: 0 })
  none.down()
  none.move(-200)
  const two = row()
  two.down()
  two.pinch()
  expect([...none.styles, ...two.styles]).toEqual([])
})

test('opens and closes by property, and does nothing at its first rendering', () => {
  const cell = row()
  cell.gesture.onOpen(false, undefined, {}, cell.instance)
  expect(cell.styles).toEqual([])
  cell.gesture.onOpen(true, false, {}, cell.instance)
  expect(cell.offset()).toBe(-WIDTH)
  cell.gesture.onOpen(false, true, {}, cell.instance)
  expect(cell.offset()).toBe(0)
})
