import type { Service } from '../../router'

/**
 * What an app tells about itself, for offline pushes and statistics. Nobody here pushes through the vendors of
 * phones, so it is only taken note of. SDK: in the background, in front again, the device's push token, and what
 * became of pushes.
 */
export function appState(): Service {
  const noted = (): void => undefined

  return {
    commands: {
      'im_open_status.ws_stat_background': noted,
      'im_open_status.ws_stat_foreground': noted,
      'im_open_status.ws_stat_settoken': noted,
      'offline_push_report.uniapp_sdk_report': noted,
    },
  }
}
