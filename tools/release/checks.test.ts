import * as checks from './checks'
import { releasedTag } from './facts'

const files = (content: Record<string, string>) =>
  Object.entries(content).map(([path, text]) => ({ path, content: text }))

describe('the version', () => {
  it.each(['0.1.0', '3.0.0', '3.0.0-alpha.0', '1.0.0-0.3.7+build.5', '10.20.30--x'])(
    '%s is one',
    (version) => {
      expect(checks.versionProblems(version)).toEqual([])
    },
  )

  it.each(['', '3', '3.0', 'v3.0.0', '03.0.0', '3.0.0-', '3.0.0-01', '3.0.0 ', undefined])(
    '%j is none',
    (version) => {
      expect(checks.versionProblems(version)).toHaveLength(1)
    },
  )
})

describe('the changelog', () => {
  it.each(['## 3.0.0', '## [3.0.0]', '## v3.0.0', '## 3.0.0 (2026-11-23)', '## [3.0.0] - 2026-11-23'])(
    'may begin with %s',
    (heading) => {
      expect(checks.changelogProblems(`# Changelog\n\n${heading}\n\n- New.\n\n## 2.0.0\n`, '3.0.0')).toEqual(
        [],
      )
    },
  )

  it.each([
    ['has no version', '# Changelog\n'],
    ['forgets this version', '# Changelog\n\n## 2.0.0\n\n- Old.\n'],
    ['has an older version on top', '# Changelog\n\n## 2.0.0\n\n- Old.\n\n## 3.0.0\n\n- New.\n'],
    ['is at another prerelease', '# Changelog\n\n## 3.0.0-alpha.0\n\n- New.\n'],
    ['says nothing', '# Changelog\n\n## 3.0.0\n\n### Added\n\n## 2.0.0\n\n- Old.\n'],
  ])('is wrong when it %s', (_what, changelog) => {
    expect(checks.changelogProblems(changelog, '3.0.0')).toHaveLength(1)
  })
})

describe('the tag', () => {
  it.each([
    ['there is none', [], undefined],
    ['it is that of the version', ['v3.0.0'], undefined],
    ['another one is no version', ['nightly', 'v3.0.0'], undefined],
    ['the right one is being released', ['v3.0.0'], 'v3.0.0'],
  ])('is in order when %s', (_what, atHead, released) => {
    expect(checks.tagProblems({ atHead, released }, '3.0.0')).toEqual([])
  })

  it.each([
    ['is of another version', ['v2.9.9'], undefined],
    ['lacks the v', ['3.0.0'], undefined],
    ['is not the one that is being released', ['v3.0.0'], 'v3.0.1'],
    ['that is being released has no version', [], 'release'],
  ])('is wrong when it %s', (_what, atHead, released) => {
    expect(checks.tagProblems({ atHead, released }, '3.0.0')).toHaveLength(1)
  })

  it('is found in CI', () => {
    expect(releasedTag({ CI_COMMIT_TAG: 'v1.0.0' })).toBe('v1.0.0')
    expect(releasedTag({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.0.0' })).toBe('v1.0.0')
    expect(releasedTag({ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' })).toBeUndefined()
    expect(releasedTag({ CI_COMMIT_TAG: '' })).toBeUndefined()
  })
})

describe('the build', () => {
  const built = (manifest: object) => files({ 'package.json': JSON.stringify(manifest) })

  it('has the name and the version of the repository', () => {
    expect(checks.manifestProblems(built({ name: 'kit', version: '3.0.0' }), 'kit', '3.0.0')).toEqual([])
    expect(checks.manifestProblems(built({ name: 'kit', version: '2.0.0' }), 'kit', '3.0.0')).toHaveLength(1)
    expect(checks.manifestProblems(built({ name: 'other', version: '3.0.0' }), 'kit', '3.0.0')).toHaveLength(
      1,
    )
    expect(checks.manifestProblems([], 'kit', '3.0.0')).toHaveLength(1)
  })

  it('can be published', () => {
    const manifest = { name: 'kit', version: '3.0.0', private: true }
    expect(checks.manifestProblems(built(manifest), 'kit', '3.0.0')).toEqual(['the build is private'])
  })

  const fresh = new Map([
    ['index.js', 'new'],
    ['setup.js', 'same'],
  ])

  it('in dist/ is that of these sources, if there is one', () => {
    expect(checks.staleProblems(fresh, new Map())).toEqual([])
    expect(checks.staleProblems(fresh, new Map(fresh))).toEqual([])
  })

  it.each([
    ['an old file', [...fresh, ['index.js', 'old']]],
    ['a file too many', [...fresh, ['index.js.map', '']]],
    ['a file too few', [...fresh].slice(1)],
  ])('in dist/ is stale with %s', (_what, built) => {
    const [problem] = checks.staleProblems(fresh, new Map(built as [string, string][]))
    expect(problem).toContain('(index.js')
  })

  it('comes from what is committed when it is released', () => {
    const tagged = { atHead: ['v3.0.0'], released: undefined }
    const untagged = { atHead: ['nightly'], released: undefined }
    expect(checks.dirtyProblems(['index.ts'], untagged, '3.0.0')).toEqual([])
    expect(checks.dirtyProblems([], tagged, '3.0.0')).toEqual([])
    expect(checks.dirtyProblems(['index.ts'], tagged, '3.0.0')).toHaveLength(1)
    expect(checks.dirtyProblems(['index.ts'], { atHead: [], released: 'v3.0.0' }, '3.0.0')).toHaveLength(1)
  })
})

describe('the licences', () => {
  const notice = '# Third-party licenses\n\n## base64-js 1.5.1 (MIT)\n\nCopyright (c) 2014 somebody\n'
  const ingredients = [{ name: 'base64-js', version: '1.5.1' }]
  const problems = (content: Record<string, string>, of = ingredients) =>
    checks.licenseProblems(files(content), of)

  it('of everything in the package are told', () => {
    expect(problems({ LICENSE: 'MIT', 'THIRD-PARTY-LICENSES.md': notice })).toEqual([])
  })

  it.each([
    ['our own is missing', { 'THIRD-PARTY-LICENSES.md': notice }],
    ['our own is empty', { LICENSE: '\n', 'THIRD-PARTY-LICENSES.md': notice }],
    ['the notices are missing', { LICENSE: 'MIT' }],
    [
      'a notice has no text',
      { LICENSE: 'MIT', 'THIRD-PARTY-LICENSES.md': notice.replace(/Copyright.*/, '') },
    ],
  ])('are wrong when %s', (_what, content: Record<string, string>) => {
    expect(problems(content)).toHaveLength(1)
  })

  it('are wrong when they are of another version, or of what is not there', () => {
    const content = { LICENSE: 'MIT', 'THIRD-PARTY-LICENSES.md': notice }
    expect(problems(content, [{ name: 'base64-js', version: '2.0.0' }])).toHaveLength(2)
    expect(problems(content, [])).toHaveLength(1)
  })
})

describe('the README', () => {
  const table = (title: string, cells: string, prose = '119,268') =>
    `# Kit\n\n## ${title}\n\n| Way | Main | Sub |\n| --- | --: | --: |\n| page | ${cells} |\n\nThe kit: ${prose}.\n\n## End\n`
  const chinese = table('体积', '951,560 | –')

  it('tells the same sizes in both languages', () => {
    expect(checks.sizeTableProblems(chinese, table('Size', '951,560 |     –'))).toEqual([])
  })

  it.each([
    ['a cell', table('Size', '951,561 | –')],
    ['a column', table('Size', '951,560')],
    ['a row', table('Size', '951,560 | – |\n| other | 1 | 2')],
    ['a sentence', table('Size', '951,560 | –', '119,269')],
    ['the table', '# Kit\n'],
  ])('differs in %s', (_what, english) => {
    expect(checks.sizeTableProblems(chinese, english)).toHaveLength(1)
  })

  it('must have a table at all', () => {
    expect(checks.sizeTableProblems('# Kit\n', '# Kit\n')).toEqual(['README.md has no size table'])
  })

  const readme = (text: string, releasing = false) =>
    checks.readmeProblems(new Map([['README.md', text]]), releasing)

  it('has no placeholder', () => {
    expect(readme('# Kit\n\nChats.\n')).toEqual([])
    expect(readme('# Kit\n\nTODO: pictures\n')).toEqual(['README.md still says "TODO"'])
    expect(readme('ERROR: No README data found!')).toHaveLength(1)
    expect(readme(' \n')).toEqual(['README.md is empty'])
  })

  it('says that there is no release only until there is one', () => {
    const text = 'This version is not published to npm yet.'
    expect(readme(text)).toEqual([])
    expect(readme(text, true)).toHaveLength(1)
  })
})
