import type { Policy } from './policy'
import type { Sessions } from './sessions'
import type { JsonObject } from './json'
import { nowInSeconds } from './clock'

/** How long a client may keep what it fetched, in seconds. */
const LIFETIME = 3600
const SERVICE = 'im_sdk_config_mgr'

/** One bit for each paid ability of the SDK, the rightmost is bit 0: 1 to 64 characters 0 or 1. */
export function isAbilityBits(text: string): boolean {
  return /^[01]{1,64}$/.test(text)
}

/**
 * What the app as a whole may do and how its clients are to behave. It can be changed while the server runs;
 * every connected client is told. After a restart it is again what the options say.
 */
export class AppConfig {
  private bits: string
  private values: Readonly<Record<string, string>>
  /** Grows with each change, and is larger after a restart. */
  private version = nowInSeconds()

  constructor(
    policy: Pick<Policy, 'abilities' | 'config'>,
    private readonly sessions: Sessions,
  ) {
    this.bits = policy.abilities
    this.values = policy.config
  }

  /** `PurchaseBits` of a login. */
  get abilities(): string {
    return this.bits
  }

  /** The cloud configuration: the SDK reads every value as a string. */
  get config(): Readonly<Record<string, string>> {
    return this.values
  }

  /** SDK: without its bit, a call of a paid ability is rejected with 3122. */
  setAbilities(bits: string): void {
    if (!isAbilityBits(bits)) throw new RangeError('abilities must be 1 to 64 characters 0 or 1')
    this.bits = bits
    this.toAll(`${SERVICE}.push_imsdk_purchase_bitsv2`, this.abilitiesToWire())
  }

  /** Replaces the cloud configuration as a whole. SDK: `SERVER_CONFIG_UPDATED`. */
  setConfig(values: Readonly<Record<string, string>>): void {
    this.values = { ...values }
    this.version += 1
    this.toAll(`${SERVICE}.push_configv2`, this.configToWire())
  }

  /**
   * Makes clients refrain from a command for some seconds: they reject it with 60022 themselves.
   * @param command `service.command`
   * @param userID whose clients; absent: all
   */
  overload(command: string, seconds: number, userID?: string): void {
    this.toAll('OverLoadPush.notify2', { OverLoadServCmd: command, DelaySecs: seconds }, userID)
  }

  abilitiesToWire(): JsonObject {
    return { int32_error_code: 0, str_purchase_bits: this.bits, uint32_expired_time: LIFETIME }
  }

  configToWire(): JsonObject {
    return {
      int32_error_code: 0,
      str_json_config: JSON.stringify(this.values),
      uint64_version: this.version,
      uint32_expired_time: LIFETIME,
    }
  }

  private toAll(servcmd: string, body: JsonObject, onlyUserID?: string): void {
    for (const userID of onlyUserID === undefined ? this.sessions.onlineUsers() : [onlyUserID]) {
      for (const { connection } of this.sessions.online(userID)) connection?.push(servcmd, body)
    }
  }
}
