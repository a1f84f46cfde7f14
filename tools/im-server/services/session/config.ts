import type { ServerContext } from '../../context'
import type { Service } from '../../router'

/** What the SDK fetches about the app as a whole, and its telemetry, which nobody reads here. */
export function config({ appConfig }: ServerContext): Service {
  return {
    commands: {
      'im_sdk_config_mgr.fetch_config': () => appConfig.configToWire(),
      'im_sdk_config_mgr.fetch_imsdk_purchase_bitsv2': () => appConfig.abilitiesToWire(),
    },
    openCommands: {
      'imopenstat.tim_web_report_v2': () => ({}),
    },
  }
}
