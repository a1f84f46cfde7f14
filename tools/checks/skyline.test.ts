import type * as Skyline from './skyline'
import { loadBundled } from './testing/load-bundled'
import { files, lines } from './testing/samples'

const { skyline } = loadBundled<typeof Skyline>('skyline')

const style = (text: string): string[] => lines(skyline(files({ 'components/a/index.wxss': text })))
const template = (text: string): string[] => lines(skyline(files({ 'components/a/index.wxml': text })))

test('accepts what Skyline draws, and keyframes', () => {
  const text = `:host { display: flex; min-width: var(--_x) }
    .a:active::before { overflow: hidden; box-shadow: 0 1px 2px rgba(0, 0, 0, 0.1) }
    @keyframes k { from { opacity: 0 } 50% { opacity: 1 } }`
  expect(style(text)).toEqual([])
})

test.each([
  ['display: grid', 'display: grid'],
  ['display: inline-block', 'display: inline-block'],
  ['position: sticky', 'position: sticky'],
  ['overflow-y: auto', 'overflow-y'],
  ['white-space: pre-wrap', 'white-space: pre-wrap'],
  ['max-width: none', 'only lengths for max-width'],
  ['margin-top: -0.5em', 'the unit em'],
  ['background-color: currentColor', 'currentColor'],
  ['font-size: 120%', 'no percentage for font-size'],
  ['box-shadow: 0 1px 2px red, 0 2px 4px blue', 'one shadow only'],
])('reports %s', (declaration, problem) => {
  expect(style(`.a { ${declaration} }`)).toEqual([expect.stringContaining(problem)])
})

test('reports selectors that it does not know', () => {
  expect(style('.a:hover { top: 0 }')).toEqual([expect.stringContaining(':hover')])
  expect(style('.a::placeholder { top: 0 }')).toEqual([expect.stringContaining('::placeholder')])
})

test('leaves what is marked as being for WebView', () => {
  expect(style('.a { display: flex; /* webview */ display: grid; }')).toEqual([])
})

test('a scroll-view names its type, and nothing is hidden by an attribute', () => {
  expect(template('<scroll-view type="list" scroll-y></scroll-view>')).toEqual([])
  expect(template('<scroll-view scroll-y></scroll-view>')).toEqual([expect.stringContaining('type')])
  expect(template('<view hidden="{{gone}}"></view>')).toEqual([expect.stringContaining('wx:if')])
})
