import { missing } from './missing'
import { record } from './read'
import type { SdkReply } from './reply'

type Method<Options extends unknown[]> = (...options: Options) => Promise<SdkReply<unknown>>
type OptionsOf<M> = M extends Method<infer Options> ? Options : never

/** A call that a smaller build of the SDK may not have. @returns what it answers with, or throws {@link missing} */
export type OptionalCall<Instance> = <Name extends keyof Instance & string>(
  name: Name,
  ...options: OptionsOf<NonNullable<Instance[Name]>>
) => Promise<unknown>

export const optionalCalls =
  <Instance>(instance: Instance): OptionalCall<Instance> =>
  async (name, ...options) => {
    const method = instance[name] as unknown as Method<unknown[]> | undefined
    if (!method) throw missing(name)
    // The SDK's methods need their `this`; some of them answer with nothing at all.
    return record(await method.apply(instance, options)).data
  }
