import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeBlocksOf } from '../../tools/checks/markdown'

const ROOT = join(__dirname, '..', '..')

/** The test that a guide shows, as a file that runs from anywhere. */
function testOf(guide: string): string {
  const text = readFileSync(join(ROOT, 'docs/guides', guide), 'utf8')
  const code = codeBlocksOf(text).find(({ language }) => language === 'ts')?.code ?? ''
  return code.replaceAll("'./tools/", `'${ROOT.replaceAll('\\', '/')}/tools/`)
}

test.each(['test-your-host.md', 'test-your-host.en.md'])(
  'what %s shows to hosts is a test that passes',
  (guide) => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-'))
    try {
      const file = join(folder, 'guide.test.ts')
      writeFileSync(file, testOf(guide))
      const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--test', file], {
        cwd: ROOT,
        encoding: 'utf8',
      })
      expect(stdout).toContain('# pass 1')
      expect({ status, stdout }).toMatchObject({ status: 0 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
