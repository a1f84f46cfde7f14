import { kitPathOf, type Host, type HostFile, type Use } from './host'
import { tagsOf, usesInJson, usesInWxml, usesInWxss, type Placed } from './markup'
import { isKeyUsed, usesInScript } from './script'
import { lookUp } from './table'

const stem = (path: string): string => path.replace(/\.\w+$/, '')

/** Every use of the kit in a mini program, file by file. */
export function scan({ files, copies }: Host): Use[] {
  const kitPath = kitPathOf(copies)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const app = [...byPath.values()].filter(({ path }) => /(^|\/)app\.json$/.test(path))
  const placedBy = new Map<string, Placed[]>()
  const uses: Use[] = []

  const ofType = (...types: string[]): HostFile[] =>
    files.filter(({ path }) => types.some((type) => path.endsWith(`.${type}`)))

  for (const file of ofType('wxml')) {
    const tags = tagsOf([...app, byPath.get(`${stem(file.path)}.json`)], kitPath)
    const found = usesInWxml(file, tags, kitPath)
    placedBy.set(stem(file.path), found.placed)
    uses.push(...found.uses)
  }
  for (const file of ofType('json')) uses.push(...usesInJson(file, kitPath))
  for (const file of ofType('wxss')) uses.push(...usesInWxss(file, kitPath))
  for (const file of ofType('js', 'ts')) {
    const placed = placedBy.get(stem(file.path)) ?? []
    uses.push(...usesInScript(file, kitPath, placed, (key) => !isKeyUsed(files, key)))
  }
  const entry = lookUp('copy', '*')
  for (const { folder, old } of copies)
    if (old && entry) uses.push({ file: folder, line: 1, code: `${folder}/`, entry })
  const isFirst = (use: Use, at: number): boolean =>
    use.edit !== undefined ||
    at ===
      uses.findIndex(({ file, line, code }) => file === use.file && line === use.line && code === use.code)
  return uses.filter(isFirst).sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
