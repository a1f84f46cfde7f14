import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  name: string
  version: string
  description: string
  license: string
  keywords: string[]
  dependencies: Record<string, string>
}

/** The `package.json` of the package: that of the repository without what is for its developers. */
export function packageManifest(root: string): string {
  const source = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const { name, version, description, license, keywords, dependencies } = source
  const manifest = {
    name,
    version,
    description,
    license,
    keywords,
    // The root of the package is the component: copied as a folder or taken from miniprogram_npm, its path is the same.
    main: 'index.js',
    miniprogram: '.',
    types: 'index.d.ts',
    dependencies,
    // A scoped package is private unless it says otherwise.
    publishConfig: { access: 'public' },
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
