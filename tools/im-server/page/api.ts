/** Asks the control API. Rejects with what it says is wrong. */
export async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}): Promise<T> {
  const response = await fetch(`/control/${path}`, {
    method,
    ...(method === 'GET'
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new Error(answer.error ?? response.statusText)
  return answer
}

/** Runs an action of the user and shows what becomes of it. */
export async function report(output: HTMLElement, action: () => Promise<string>): Promise<void> {
  try {
    output.textContent = await action()
    output.classList.remove('bad')
  } catch (error) {
    output.textContent = error instanceof Error ? error.message : String(error)
    output.classList.add('bad')
  }
}
