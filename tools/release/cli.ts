/** `npm run release:check`: is everything in order to publish this version? One line per check. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import * as checks from './checks'
import { changedFiles, filesBelow, freshBuild, ingredientsOf, releasedTag, tagsOf } from './facts'

async function main(): Promise<void> {
  const root = join(__dirname, '..', '..')
  const options = new Command('release:check')
    .description('Checks that version, changelog, tag, build, licences and README agree.')
    .option('--tag <name>', 'the tag that is being released; in CI it is found by itself')
    .parse()
    .opts<{ tag?: string }>()
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string }
  const tags = tagsOf(root, options.tag ?? releasedTag(process.env))
  const files = await freshBuild(root)
  const fresh = new Map(files.map(({ path, content }) => [path, content]))
  const readmes = new Map(['README.md', 'README.en.md'].map((path) => [path, read(path)]))
  const [chinese = '', english = ''] = readmes.values()
  const ingredients = await ingredientsOf(root)
  const shownTag = tags.released ?? tags.atHead.join(', ')

  const results: [string, checks.Problems][] = [
    [`version ${version}`, checks.versionProblems(version)],
    ['changelog', checks.changelogProblems(read('CHANGELOG.md'), version)],
    [`tag ${shownTag || '(none on this commit)'}`, checks.tagProblems(tags, version)],
    ['committed', checks.dirtyProblems(changedFiles(root), tags, version)],
    [`build, ${files.length} files`, checks.manifestProblems(files, name, version)],
    ['dist/ is fresh', checks.staleProblems(fresh, filesBelow(join(root, 'dist')))],
    [`licences of ${ingredients.length} packages`, checks.licenseProblems(files, ingredients)],
    ['size tables', checks.sizeTableProblems(chinese, english)],
    ['README', checks.readmeProblems(readmes, tags.released !== undefined)],
  ]
  for (const [title, problems] of results)
    console.log(problems.length ? `FAIL  ${title}: ${problems.join('; ')}` : `ok    ${title}`)
  if (results.some(([, problems]) => problems.length)) process.exitCode = 1
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
