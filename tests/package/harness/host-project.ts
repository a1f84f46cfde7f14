import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { checkProgram, type Files } from '../checks/program'

const KIT = '@tencentcloud/chat-uikit-wechat'
const EXAMPLES = join(__dirname, '..', '..', '..', 'example')
/** What describes an example as a part of this repository, and what was installed into it. */
const NOT_HOST_CODE = new Set([
  'README.md',
  'README.en.md',
  'package.json',
  '.npmrc',
  'copy-kit.mjs',
  'node_modules',
  'TUIKit',
])
const TEXT = /\.(js|json|wxml|wxss|wxs)$/

/** The package as `npm pack` made it. */
export function tarball(): string {
  const file = process.env.PACKAGE_TARBALL
  if (!file) throw new Error('run these tests by `npm run test:package`, which builds the package first')
  return file
}

/** The mini program of a host, in a folder of its own. */
export class HostProject {
  private constructor(readonly folder: string) {}

  /** An npm project with the code of an example, and nothing installed. */
  static fromExample(example: 'main-package' | 'subpackage'): HostProject {
    const project = new HostProject(realpathSync(mkdtempSync(join(tmpdir(), `${example}-`))))
    const filter = (source: string): boolean => !NOT_HOST_CODE.has(basename(source))
    cpSync(join(EXAMPLES, example), project.folder, { recursive: true, filter })
    project.shell('npm init -y')
    return project
  }

  /** Runs commands of the README. The package that they install is the one under test. */
  run(commands: string): void {
    this.shell(commands.replaceAll(new RegExp(`npm i ${KIT}$`, 'gm'), `npm i "${tarball()}"`))
  }

  path(file: string): string {
    return join(this.folder, file)
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8')
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true })
    writeFileSync(this.path(file), text)
  }

  move(file: string, target: string): void {
    renameSync(this.path(file), this.path(target))
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true })
  }

  /** Replaces a text that must be there. */
  edit(file: string, before: string, after: string): void {
    const text = this.read(file)
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`)
    this.write(file, text.replaceAll(before, after))
  }

  /** Paths of all files below a folder, sorted. Installed packages are not the mini program's. */
  list(folder = ''): string[] {
    const entries = readdirSync(this.path(folder), { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path(folder).length).replace(/^\//, ''))
      .filter((path) => !/(^|\/)node_modules\//.test(path))
      .sort()
  }

  files(): Files {
    return new Map(
      this.list()
        .filter((path) => TEXT.test(path))
        .map((path) => [path, this.read(path)]),
    )
  }

  /** The files that its pages use. */
  used(): { path: string; text: string }[] {
    const files = this.files()
    return [...checkProgram(files).reached].map((path) => ({ path, text: files.get(path) ?? '' }))
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private shell(commands: string): void {
    const quiet = { npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' }
    execFileSync('bash', ['-e', '-c', commands], {
      cwd: this.folder,
      env: { ...process.env, ...quiet },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  }
}
