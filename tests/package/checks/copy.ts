/** Where `cp -r SOURCE FOLDER` puts the content of SOURCE, a directory, when FOLDER exists already. */
export function copyTarget(source: string, folder: string, flavour: 'gnu' | 'bsd'): string {
  const contents = source.endsWith('/.') || (flavour === 'bsd' && source.endsWith('/'))
  if (contents) return folder
  return `${folder.replace(/\/$/, '')}/${source.replace(/\/$/, '').split('/').pop() ?? ''}`
}

export interface Copy {
  readonly sources: readonly string[]
  readonly folder: string
}

/** The copies of a POSIX shell's commands. */
export function copiesOf(commands: string): Copy[] {
  return [...commands.matchAll(/\bcp -r ([^\n&;]+)/g)].map(([, words = '']) => {
    const paths = words.trim().split(/\s+/)
    return { sources: paths.slice(0, -1), folder: paths.at(-1) ?? '' }
  })
}

/** The copies of the Windows shell: `xcopy` merges the content of a folder, `copy` takes one file. */
export function windowsCopiesOf(commands: string): { source: string; target: string }[] {
  const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '')
  return [...commands.matchAll(/^\s*(xcopy|copy) (\S+) (\S+)([^\n]*)$/gm)].map(
    ([, command, source = '', target = '', flags = '']) => {
      if (command === 'xcopy' && !(flags.includes('/i') && flags.includes('/e'))) {
        throw new Error(`xcopy ${source} ${target} asks questions or leaves folders out without /i /e`)
      }
      return { source: plain(source), target: plain(target) }
    },
  )
}
