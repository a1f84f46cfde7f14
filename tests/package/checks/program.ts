import { posix } from 'node:path'
import { Packages, type SubpackageConfig } from '../../../tools/preview/compiler/packages'
import { referencesOf, type Reference } from './references'

/** The text of every file of a mini program by its path from the root, `miniprogram_npm` included. */
export type Files = ReadonlyMap<string, string>

export interface Findings {
  /** `file: target` of what is named and does not exist. */
  readonly missing: readonly string[]
  /** What is named over the border of packages that need not be loaded together. */
  readonly crossings: readonly string[]
  /** The files that are used, from the pages on. */
  readonly reached: ReadonlySet<string>
}

interface AppJson extends SubpackageConfig {
  pages: string[]
}

const SUFFIXES: Record<Reference['kind'], readonly string[]> = {
  script: ['', '.js', '/index.js'],
  component: ['.json', '/index.json'],
  template: ['', '.wxml'],
  wxs: ['', '.wxs'],
  style: ['', '.wxss'],
}

/** Follows everything that the pages use: the official compiler passes most of what is wrong here in silence. */
export function checkProgram(files: Files): Findings {
  const app = JSON.parse(files.get('app.json') ?? '{ "pages": [] }') as AppJson
  const packages = new Packages(app)
  const missing: string[] = []
  const crossings: string[] = []
  const reached = new Set<string>()

  const visit = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const reference of referencesOf(path, files.get(path) ?? '')) follow(path, reference)
  }
  const visitUnit = (path: string): void => {
    for (const suffix of ['.json', '.js', '.wxml', '.wxss']) {
      if (files.has(path + suffix)) visit(path + suffix)
      else if (suffix !== '.json' && suffix !== '.wxss') missing.push(`${path}${suffix}`)
    }
  }
  const follow = (from: string, reference: Reference): void => {
    const target = resolve(files, packages, from, reference)
    if (!target) {
      missing.push(`${from}: ${reference.target}`)
      return
    }
    const obstacle = reference.lazy ? undefined : packages.obstacle(from, target)
    if (obstacle) crossings.push(`${from}: ${obstacle}`)
    if (reference.kind === 'component') visitUnit(target.slice(0, -'.json'.length))
    else visit(target)
  }

  for (const path of ['app.js', 'app.wxss', 'app.json']) if (files.has(path)) visit(path)
  for (const page of [...app.pages, ...packages.pages]) visitUnit(page)
  return { missing, crossings, reached }
}

/** The file that a reference means, looked for as WeChat does. */
function resolve(
  files: Files,
  packages: Packages,
  from: string,
  { kind, target }: Reference,
): string | undefined {
  const plain = target.startsWith('/')
    ? target.slice(1)
    : posix.normalize(posix.join(posix.dirname(from), target))
  const bare = /^[\w@]/.test(target) && (kind === 'script' || kind === 'component')
  const paths = bare
    ? [plain, target, ...packages.npmFolders(from).map((folder) => `${folder}/${target}`)]
    : [plain]
  return paths
    .flatMap((path) => SUFFIXES[kind].map((suffix) => path + suffix))
    .find((path) => files.has(path))
}
