const KB = 1024

/** Of every package, as the platform has it. */
export const PACKAGE_LIMIT = 2048 * KB

/** Bytes of the main package and of each subpackage, by its root. */
export interface PackageSizes {
  readonly main: number
  readonly subpackages: Readonly<Record<string, number>>
}

/** Describes the project and is not uploaded with it. */
const NOT_UPLOADED = new Set(['package.json', 'package-lock.json', 'project.config.json'])

/** @param sizes bytes by file, as the official compiler gives them */
export function packageSizes(
  sizes: Readonly<Record<string, number>>,
  roots: readonly string[],
): PackageSizes {
  const subpackages = Object.fromEntries(roots.map((root) => [root, 0]))
  let main = 0
  for (const [path, bytes] of Object.entries(sizes)) {
    const root = roots.find((folder) => path.startsWith(`${folder}/`))
    if (NOT_UPLOADED.has(path.slice(root ? root.length + 1 : 0).replace(/^\.\//, ''))) continue
    if (root) subpackages[root] = (subpackages[root] ?? 0) + bytes
    else main += bytes
  }
  return { main, subpackages }
}

/** One sentence for each package that is too large. */
export function excesses({ main, subpackages }: PackageSizes, mainBudget = PACKAGE_LIMIT): string[] {
  const parts = [
    { name: 'the main package', bytes: main, limit: Math.min(mainBudget, PACKAGE_LIMIT) },
    ...Object.entries(subpackages).map(([name, bytes]) => ({ name, bytes, limit: PACKAGE_LIMIT })),
  ]
  return parts
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ name, bytes, limit }) => `${name} has ${bytes} bytes, ${limit} are allowed`)
}

/** Bytes of the kit, wherever it stands in the project: copied as a folder, or as an npm package. */
export function kitSizes(sizes: Readonly<Record<string, number>>): { kit: number; debug: number } {
  let kit = 0
  let debug = 0
  for (const [path, bytes] of Object.entries(sizes)) {
    const inside = /(?:^|\/)(?:TUIKit|chat-uikit-wechat)\/(.+)$/.exec(path)?.[1]
    if (inside?.startsWith('debug/')) debug += bytes
    else if (inside && inside !== 'package.json') kit += bytes
  }
  return { kit, debug }
}
