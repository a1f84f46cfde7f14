import type { Service } from '../router'
import { ALL_ABILITIES } from './login'

/** How long the client may keep what it got, in seconds. */
const LIFETIME = 3600

/** What the SDK fetches about the app as a whole, and its telemetry, which nobody reads here. */
export function config(): Service {
  return {
    commands: {
      'im_sdk_config_mgr.fetch_config': () => ({
        int32_error_code: 0,
        str_json_config: '{}',
        uint64_version: 1,
        uint32_expired_time: LIFETIME,
      }),
      'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': () => ({
        int32_error_code: 0,
        str_purchase_bits: ALL_ABILITIES,
        uint32_expired_time: LIFETIME,
      }),
    },
    openCommands: {
      'imopenstat.tim_web_report_v2': () => ({}),
    },
  }
}
