const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g
const VH = /(-?(?:\d+\.?\d*|\.\d+))vh\b/g
const SAFE_AREA = /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^()]*)?\)/g

/**
 * What a phone's web view measures differently: 750rpx are the screen's width, 100vh the page's height below its
 * navigation bar, and the safe area is the drawn phone's.
 */
export function convertUnits(value: string): string {
  return value
    .replace(RPX, (_, number: string) => `${+(Number(number) / 7.5).toFixed(4)}vw`)
    .replace(VH, (_, number: string) => `calc(var(--wx-vh) * ${number})`)
    .replace(SAFE_AREA, (_, side: string) => `var(--wx-safe-${side}, 0px)`)
}
