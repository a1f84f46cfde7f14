const POLL_MS = 10

/**
 * Waits until a condition holds, and returns its (truthy) value.
 * @param what names the condition when it does not come true
 * @param deadline in milliseconds
 */
export async function until<T>(
  condition: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  what: string,
  deadline = 5000,
): Promise<T> {
  const end = Date.now() + deadline
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > end) throw new Error(`waited ${deadline} ms in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
