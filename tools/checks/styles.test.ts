import { colors } from './colors'
import { contrastRatio, parseHex, TEXT_PAIRS } from './contrast'
import { files, lines } from './testing/samples'
import { tokens, TOKENS_FILE } from './tokens'
import { wxssLint } from './wxss-lint'

describe('colors', () => {
  const good = {
    [TOKENS_FILE]: '.tui-root { --_a: var(--tui-a, #fff); }',
    'components/a/index.wxss':
      '/* #fff */ .add { color: currentColor; background: transparent url("data:image/svg+xml,%23fff#fff"); animation: red 1s; }',
    'components/a/index.wxml': '<!-- #fff --><view style="color: inherit">&#123; Nr. #1</view>',
    'components/a/index.ts': "this.selectComponent('#add'); wx.createSelectorQuery().select('#face') // #fff",
    'components/a/index.test.ts': "const white = '#ffffff'",
    'tools/x.wxss': '.a { color: #fff }',
  }
  it('accepts tokens, keywords, selectors and comments', () => {
    expect(colors(files(good))).toEqual([])
  })
  it.each([
    ['index.wxss', '.a {\n  color: #07C160;\n}', '2:3', '#07C160'],
    ['index.wxss', '.a { background: linear-gradient(rgba(0, 0, 0, 0.5), transparent); }', '1:6', 'rgba('],
    ['index.wxss', '.a { color: white; }', '1:6', 'white'],
    ['index.wxml', '<view style="color: #fff" />', '1:21', '#fff'],
    ['index.ts', "const line = '1px solid #e4e6ea'", '1:14', '#e4e6ea'],
    ['index.ts', 'const a = `hsl(${hue}, 50%, 50%)`', '1:11', 'hsl('],
    ['index.wxs', "module.exports = '#fffa'", '1:18', '#fffa'],
  ])('reports a colour in %s: %s', (name, text, at, found) => {
    const path = `components/a/${name}`
    expect(lines(colors(files({ [path]: text })))).toEqual([
      `${path}:${at} colour outside ${TOKENS_FILE}: ${found}`,
    ])
  })
})

describe('contrast', () => {
  it('is what WCAG says', () => {
    const ratio = (one: string, other: string): number => {
      const [front, back] = [parseHex(one), parseHex(other)]
      return front && back ? contrastRatio(front, back) : NaN
    }
    expect(ratio('#000', '#FFFFFF')).toBeCloseTo(21, 5)
    expect(ratio('#FFFFFF', '#767676')).toBeCloseTo(4.54, 2)
    expect(parseHex('rgba(0, 0, 0, 0)')).toBeUndefined()
  })
})

describe('tokens', () => {
  const required = TEXT_PAIRS.filter(({ optional }) => !optional)
  const texts = new Set(required.map(({ text }) => text))
  const names = [...new Set(required.flatMap(({ text, on }) => [text, ...on]))]
  /** Every token of the table: texts dark, grounds light, except where a name is both. */
  const both = names.filter((name) => texts.has(name) && required.some(({ on }) => on.includes(name)))
  const valueOf = (name: string): string => {
    if (both.includes(name)) return '#006622'
    return texts.has(name) &&
      !required.some((pair) => pair.text === name && pair.on.some((on) => both.includes(on)))
      ? '#000000'
      : '#FFFFFF'
  }
  const light = names.map((name) => `  --_${name}: var(--tui-${name}, ${valueOf(name)});`).join('\n')
  const use = names.map((name) => `.a { color: var(--_${name}); }`).join('\n')
  const sheet = (more = '', dark = ''): string =>
    `.tui-root {\n${light}\n${more}\n}\n.tui-root.tui-dark {\n${dark}\n}\n`
  const lint = (tokenText: string, component = '', wxml = ''): string[] => {
    const path = 'components/a/index'
    const texts = {
      [TOKENS_FILE]: tokenText,
      [`${path}.wxss`]: `${use}\n${component}`,
      [`${path}.wxml`]: wxml,
    }
    return lines(tokens(files(texts))).map((line) => line.replace(/^\S+ /, ''))
  }

  it('accepts declared tokens, own properties of a component, and families', () => {
    const more = '--_size: 4px;\n--_tone-0: var(--tui-tone-0, 1px);\n--_half: calc(var(--_size) / 2);'
    const component = '.b { width: var(--_half); height: var(--row-height, 0); }'
    expect(
      lint(sheet(more), component, '<view style="--row-height: 3px; top: var(--_tone-{{n}})" />'),
    ).toEqual([])
  })

  it.each([
    ['an undeclared token', '', '', '.b { color: var(--_no) }', '--_no is not declared'],
    ['a public token in a component', '', '', '.b { color: var(--tui-x) }', '--tui-x is public'],
    ['an unused token', '--_lone: 1px;', '', '', '--_lone is not used'],
    [
      'a wrong public name',
      '--_w: var(--tui-v, 1px);',
      '',
      '.b { top: var(--_w) }',
      'its public name is --tui-w',
    ],
    ['no fallback', '--_w: var(--tui-w);', '', '.b { top: var(--_w) }', '--_w has no fallback'],
    ['a dark value alone', '', '--_w: 1px;', '', '--_w has a dark value and no light one'],
    ['a public declaration', '--tui-w: 1px;', '', '', '--tui-w is no private token'],
    [
      'bad contrast in the light',
      '--_color-text: var(--tui-color-text, #999);',
      '',
      '',
      'under 4.5: color-text on color-bg, light',
    ],
    [
      'bad contrast in the dark',
      '',
      '--_color-bg: var(--tui-color-bg, #222);',
      '',
      'under 4.5: color-text on color-bg, dark',
    ],
    [
      'a value that is no colour',
      '--_color-text: var(--tui-color-text, ink);',
      '',
      '',
      'no hex colours to compare: color-text',
    ],
  ])('reports %s', (_name, more, dark, component, expected) => {
    expect(lint(sheet(more, dark), component).join('\n')).toContain(expected)
  })

  it('reports tokens outside the two themes, and a missing file', () => {
    expect(lint(`${sheet()}page { --_a: 1px }`).join('\n')).toContain('--_a must stand in .tui-root or')
    const alone = files({ 'components/a/index.wxss': '.a { color: var(--_a) }' })
    expect(lines(tokens(alone))).toEqual([
      `components/a/index.wxss:1:13 --_a is not declared in ${TOKENS_FILE}`,
    ])
  })

  it('takes a pair with an optional token once it is declared', () => {
    const link = '--_bubble-own-link: var(--tui-bubble-own-link, #EEEEEE);'
    expect(lint(sheet(link)).join('\n')).toContain('bubble-own-link on bubble-own, light theme')
  })
})

describe('wxss-lint', () => {
  it('accepts classes, :host, pseudo elements and keyframes', () => {
    const text =
      ':host { top: 0 } .a.b::before, .a > .b:active { top: 0 } @keyframes k { from { top: 0 } 50% { top: 1px } }'
    expect(
      wxssLint(files({ 'components/a/index.wxss': text, 'example/one/p.wxss': 'page { top: 0 }' })),
    ).toEqual([])
  })
  it.each([
    ['#a { top: 0 }', 'no ids in component styles: #a'],
    ['.a view { top: 0 }', 'no tag selectors in component styles: view'],
    ['.a[hidden] { top: 0 }', 'no attribute selectors in component styles: [hidden]'],
    ['.a:has(.b) { top: 0 }', ':has is not known to older phones'],
    ['.a > * { top: 0 }', 'no universal selector in component styles: *'],
  ])('reports %s', (text, message) => {
    expect(lines(wxssLint(files({ 'index.wxss': `\n${text}` })))).toEqual([`index.wxss:2:1 ${message}`])
  })
})
