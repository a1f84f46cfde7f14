/** The options object of an asynchronous `wx` call, in callback style. */
export interface CallOptions {
  success?(result: object): void
  fail?(error: object): void
  complete?(result: object): void
  [name: string]: unknown
}

type Implementation<O> = (options: O) => object | void | Promise<object | void>

/**
 * Makes a `wx` function of an implementation: with callbacks it calls them, without any it returns a promise.
 * A thrown error becomes `fail` with `errMsg: '<name>:fail <message>'`.
 */
export function asyncApi<O = Record<string, never>>(name: string, implementation: Implementation<O>) {
  return (options?: O): Promise<object> | undefined => {
    const call = (options ?? {}) as CallOptions & O
    const result = run(name, implementation, call)
    if (!call.success && !call.fail && !call.complete) return result
    result.then(
      (value) => {
        call.success?.(value)
        call.complete?.(value)
      },
      (error: object) => {
        call.fail?.(error)
        call.complete?.(error)
      },
    )
    return undefined
  }
}

async function run<O>(name: string, implementation: Implementation<O>, options: O): Promise<object> {
  // On a phone the call crosses a thread first; what runs now is finished by then.
  await Promise.resolve()
  try {
    return { ...(await implementation(options)), errMsg: `${name}:ok` }
  } catch (error) {
    const { message, ...details } = error as Error
    // WeChat rejects with plain objects.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw { ...details, errMsg: `${name}:fail ${message}` }
  }
}

type Implementations = Record<string, Implementation<never>>

/** Several asynchronous functions at once, each under its own name. */
export function asyncApis<T extends Implementations>(
  implementations: T,
): Record<keyof T, (options?: object) => unknown> {
  return Object.fromEntries(
    Object.entries(implementations).map(([name, implementation]) => [
      name,
      asyncApi(name, implementation as Implementation<unknown>),
    ]),
  ) as Record<keyof T, (options?: object) => unknown>
}
