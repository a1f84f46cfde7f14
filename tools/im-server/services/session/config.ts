import type { Service } from '../../router'
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
      // The word filter's list is empty: no scene is filtered, and there is nothing more to fetch.
      'im_msg_audit_mgr.get_local_words': () => ({
        msg_cmd_error_code: { uint32_code: 0 },
        msg_scene_ctl_config: { uint64_c2c_text_msg_flag: 0, uint64_group_text_msg_flag: 0 },
        str_token: '',
        uint64_complete_flag: 1,
        uint64_next_start_index: 0,
        uint64_version: 1,
        uint64_expired_time: LIFETIME,
        rpt_msg_dirty_word: [],
      }),
    },
    openCommands: {
      'imopenstat.tim_web_report_v2': () => ({}),
    },
  }
}
