import type { PackageFile } from '../build/files'

/** What a check found wrong, one sentence each; nothing when it is in order. */
export type Problems = string[]

/** The grammar of semver.org: numbers without leading zeros, then perhaps a prerelease and build metadata. */
const NUMBER = '(?:0|[1-9]\\d*)'
const PRERELEASE = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)'
const SEMVER = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(-${PRERELEASE}(\\.${PRERELEASE})*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$`,
)

export function versionProblems(version: unknown): Problems {
  if (typeof version === 'string' && SEMVER.test(version)) return []
  return [`package.json: ${JSON.stringify(version)} is not a version of semver.org`]
}

/** The newest heading, `## 1.2.3` with perhaps a date behind it, is the version, and something is written under it. */
export function changelogProblems(changelog: string, version: string): Problems {
  const [newest] = changelog.split(/^## /m).slice(1)
  if (newest === undefined) return ['CHANGELOG.md has no heading of a version']
  const [heading = '', ...lines] = newest.split('\n')
  const [name = ''] = heading.replace(/^\[?v?([^\]\s]*)\]?/, '$1 ').split(' ')
  if (name !== version) return [`CHANGELOG.md: the newest heading is "${heading}", the version is ${version}`]
  const content = lines.filter((line) => line.trim() && !line.startsWith('#'))
  return content.length ? [] : [`CHANGELOG.md says nothing about ${version}`]
}

export interface Tags {
  /** The tags of the commit. */
  readonly atHead: readonly string[]
  /** The tag that is being released, if that is what is going on. */
  readonly released: string | undefined
}

/** Other tags may stand beside that of the version, but none that looks like another version. */
export function tagProblems({ atHead, released }: Tags, version: string): Problems {
  const expected = `v${version}`
  if (released !== undefined && released !== expected)
    return [`the tag ${released} is being released, it must be ${expected}`]
  const versions = atHead.filter((tag) => /^v?\d+\./.test(tag))
  return versions
    .filter((tag) => tag !== expected)
    .map((tag) => `the tag ${tag} is on this commit, it must be ${expected}`)
}

/** The manifest of the build is that of this version, and may be published. */
export function manifestProblems(files: readonly PackageFile[], name: string, version: string): Problems {
  const file = files.find(({ path }) => path === 'package.json')
  if (!file) return ['the build has no package.json']
  const built = JSON.parse(file.content) as Record<string, unknown>
  const problems = Object.entries({ name, version })
    .filter(([key, value]) => built[key] !== value)
    .map(([key, value]) => `the build's ${key} is ${JSON.stringify(built[key])}, not ${value}`)
  return built.private ? [...problems, 'the build is private'] : problems
}

/**
 * @param fresh the build of these sources
 * @param built what lies in `dist/`, if anything does
 */
export function staleProblems(
  fresh: ReadonlyMap<string, string>,
  built: ReadonlyMap<string, string>,
): Problems {
  if (built.size === 0) return []
  const paths = [...new Set([...fresh.keys(), ...built.keys()])].sort()
  const differing = paths.filter((path) => fresh.get(path) !== built.get(path))
  const shown = differing.slice(0, 3).join(', ') + (differing.length > 3 ? ' …' : '')
  return differing.length ? [`dist/ is not the build of these sources (${shown}): npm run build`] : []
}

/** Only what is committed may be released; between releases nobody minds. */
export function dirtyProblems(changed: readonly string[], tags: Tags, version: string): Problems {
  const releasing = tags.released !== undefined || tags.atHead.includes(`v${version}`)
  if (!releasing || changed.length === 0) return []
  return [`${changed.length} uncommitted changes, the first in ${changed[0]}`]
}

export interface Ingredient {
  readonly name: string
  readonly version: string
}

/** Everything of others has its name, version and licence text in the notices, and nothing else has. */
export function licenseProblems(files: readonly PackageFile[], ingredients: readonly Ingredient[]): Problems {
  const textOf = (path: string): string => files.find((file) => file.path === path)?.content ?? ''
  const own = textOf('LICENSE').trim() ? [] : ['the build has no LICENSE']
  const sections = textOf('THIRD-PARTY-LICENSES.md').split(/^## /m).slice(1)
  const notices = new Map(
    sections.map((section) => {
      const [heading = '', ...text] = section.split('\n')
      return [heading.replace(/ \([^)]*\)$/, ''), text.join('\n').trim()] as const
    }),
  )
  const expected = ingredients.map(({ name, version }) => `${name} ${version}`)
  const missing = expected
    .filter((name) => !/copyright/i.test(notices.get(name) ?? ''))
    .map((name) => `THIRD-PARTY-LICENSES.md has no notice of ${name}`)
  const foreign = [...notices.keys()]
    .filter((name) => !expected.includes(name))
    .map((name) => `THIRD-PARTY-LICENSES.md names ${name}, which is not in the package`)
  return [...own, ...missing, ...foreign]
}

/** Every number of the section about sizes, row by row and then in the sentences, in order of appearance. */
function figuresOf(readme: string): string[][] {
  const section = readme.split(/^## /m).find((part) => /^(体积|Size)\s*\n/.test(part)) ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  const cells = rows.slice(2).map((row) => row.split('|').slice(2, -1))
  const prose = section.replace(/^\|.*$/gm, '').match(/\d{1,3}(,\d{3})+/g) ?? []
  return cells.length ? [...cells.map((row) => row.map((cell) => cell.trim())), prose] : []
}

/** Both languages of the README tell the same sizes. */
export function sizeTableProblems(chinese: string, english: string): Problems {
  const [left, right] = [figuresOf(chinese), figuresOf(english)]
  if (!left.length) return ['README.md has no size table']
  if (!right.length) return ['README.en.md has no size table']
  if (left.length !== right.length)
    return [`the size table has ${left.length - 1} rows in README.md, ${right.length - 1} in README.en.md`]
  return left.flatMap((row, index) => {
    const other = right[index] ?? []
    if (row.join() === other.join()) return []
    return [`sizes differ: ${row.join(' ')} in README.md, ${other.join(' ')} in README.en.md`]
  })
}

/** Words of an unfinished text. */
const PLACEHOLDER = /\b(TODO|TBD|FIXME|XXX|lorem ipsum|coming soon|No README data)\b|待补充|敬请期待/i
/** True in the repository until the day of the first release. */
const UNPUBLISHED = /还没有发布到 npm|not published to npm yet/

/** @param releasing a tag is being released: then the README may no longer say that there is no release */
export function readmeProblems(readmes: ReadonlyMap<string, string>, releasing: boolean): Problems {
  return [...readmes].flatMap(([path, text]) => {
    if (!text.trim()) return [`${path} is empty`]
    const match = PLACEHOLDER.exec(text) ?? (releasing ? UNPUBLISHED.exec(text) : null)
    return match ? [`${path} still says "${match[0]}"`] : []
  })
}
