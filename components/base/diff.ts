/** `setData` paths and the values to put there. */
export type Patch = Record<string, unknown>

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The framework keeps what it is given and writes into it: what goes out must not be ours. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item)) as unknown as T
  if (!isPlain(value)) return value
  const made: Plain = {}
  for (const key of Object.keys(value)) made[key] = copy(value[key])
  return made as unknown as T
}

function diffArray(before: readonly unknown[], after: readonly unknown[], path: string, patch: Patch): void {
  if (after.length < before.length) {
    // There is no path that removes: a shorter list goes over as a whole.
    patch[path] = copy(after)
    return
  }
  if (!before.length && after.length) {
    patch[path] = copy(after)
    return
  }
  let moved = 0
  for (let i = 0; i < before.length; i++) if (isOther(before[i], after[i])) moved++
  // Paths cost more than the list when most of it is something else.
  if (moved > 1 && moved * 2 > before.length) {
    patch[path] = copy(after)
    return
  }
  for (let i = 0; i < after.length; i++) {
    const at = `${path}[${i}]`
    if (i >= before.length || isOther(before[i], after[i])) patch[at] = copy(after[i])
    else diffValue(before[i], after[i], at, patch)
  }
}

/** Another item in the same place, told by its `id`. */
function isOther(before: unknown, after: unknown): boolean {
  return before !== after && isPlain(before) && isPlain(after) && before.id !== after.id
}

function diffValue(before: unknown, after: unknown, path: string, patch: Patch): void {
  if (before === after) return
  if (Array.isArray(before) && Array.isArray(after)) {
    diffArray(before, after, path, patch)
  } else if (isPlain(before) && isPlain(after)) {
    diffObject(before, after, path, patch)
  } else {
    patch[path] = copy(after)
  }
}

function diffObject(before: Plain, after: Plain, path: string, patch: Patch): void {
  for (const key of Object.keys(after)) {
    diffValue(before[key], after[key], path ? `${path}.${key}` : key, patch)
  }
  // There is no path that removes, and `undefined` is not sent: what is gone is nothing from now on.
  for (const key of Object.keys(before)) {
    if (!(key in after)) patch[path ? `${path}.${key}` : key] = null
  }
}

/**
 * The smallest set of `setData` paths that turns `before` into `after`. Both are view models: plain data;
 * what did not change is recognised by identity, items of lists by their `id`.
 */
export function diff(before: object, after: object): Patch {
  const patch: Patch = {}
  diffObject(before as Plain, after as Plain, '', patch)
  return patch
}
