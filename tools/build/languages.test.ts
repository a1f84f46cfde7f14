import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { en } from '../../locales/en'
import { zhCN } from '../../locales/zh-CN'
import { oneSetOfKeys } from './languages'

const ROOT = join(__dirname, '..', '..')

async function built(root: string): Promise<{ text: string; tables: { en: object; zhCN: object } }> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './locales/en'; export * from './locales/zh-CN'",
      resolveDir: root,
    },
    bundle: true,
    format: 'cjs',
    minify: true,
    write: false,
    logLevel: 'silent',
    plugins: [oneSetOfKeys],
  })
  const text = outputFiles[0]?.text ?? ''
  const module = { exports: {} as { en: object; zhCN: object } }
  runInNewContext(text, { module })
  return { text, tables: module.exports }
}

test('both languages come out of the build as they are in the sources', async () => {
  const { text, tables } = await built(ROOT)
  expect({ ...tables.en }).toEqual(en)
  expect({ ...tables.zhCN }).toEqual(zhCN)
  expect(text.split('common.retry')).toHaveLength(2)
})

test('a language that lacks a key, or has one of its own, is not built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'languages-'))
  try {
    mkdirSync(join(folder, 'locales'))
    writeFileSync(join(folder, 'locales/zh-CN.ts'), "export const zhCN = { a: '甲', b: '乙' }")
    writeFileSync(join(folder, 'locales/en.ts'), "export const en = { a: 'A', c: 'C' }")
    await expect(built(folder)).rejects.toThrow('one language only has b, c')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
