const EDGE = 20
const DISTANCE = 60

/** The gesture for "back": a swipe from the left edge. */
export function listenToEdgeSwipe(screen: HTMLElement, back: () => void): void {
  let from: number | undefined
  screen.addEventListener('pointerdown', ({ clientX }) => {
    from = clientX <= EDGE ? clientX : undefined
  })
  const end = ({ clientX }: PointerEvent): void => {
    if (from !== undefined && clientX - from > DISTANCE) back()
    from = undefined
  }
  screen.addEventListener('pointerup', end)
  screen.addEventListener('touchend', (event) => {
    // A touch that the browser takes for scrolling ends without pointerup.
    const touch = event.changedTouches[0]
    if (touch && from !== undefined && touch.clientX - from > DISTANCE) back()
    from = undefined
  })
}
