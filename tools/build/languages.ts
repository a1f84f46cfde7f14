import { transform, type Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

type Messages = Readonly<Record<string, string>>

/** The table that a file of `locales/` exports. */
async function tableOf(file: string): Promise<Messages> {
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs' })
  const module: { exports: Record<string, Messages> } = { exports: {} }
  runInNewContext(code, { module, exports: module.exports })
  return Object.values(module.exports)[0] ?? {}
}

/**
 * Both languages have the same keys, which are a third of their size: English is shipped as its texts alone, in the
 * order of the Chinese keys. The keys themselves stay, because hosts look texts up by them as well.
 */
export const oneSetOfKeys: Plugin = {
  name: 'one set of keys',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]locales[\\/]en\.ts$/ }, async ({ path }) => {
      const english = await tableOf(path)
      const keys = Object.keys(await tableOf(join(path, '..', 'zh-CN.ts')))
      const missing = [...keys, ...Object.keys(english)].filter(
        (key, _at, all) => all.indexOf(key) === all.lastIndexOf(key),
      )
      if (missing.length > 0) return { errors: [{ text: `one language only has ${missing.join(', ')}` }] }
      const contents = `import { zhCN } from './zh-CN'
        const texts = ${JSON.stringify(keys.map((key) => english[key]))}
        export const en = {}
        Object.keys(zhCN).forEach((key, at) => { en[key] = texts[at] })`
      return { contents, loader: 'js' }
    })
  },
}
