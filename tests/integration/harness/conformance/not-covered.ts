/** What no test can make the SDK send, and why not. All other commands must be covered by real clients. */
export const NOT_COVERED: Record<string, string> = {
  'StatSvc.KickOther': 'sent by the server',
  'OverLoadPush.notify2': 'sent by the server',
  'im_open_push.msg_push': 'sent by the server',
  'im_open_push.multi_msg_push_ws': 'sent by the server',
  'im_open_status.stat_forceoffline': 'sent by the server',
  'im_sdk_config_mgr.push_configv2': 'sent by the server',
  'im_sdk_config_mgr.push_imsdk_purchase_bitsv2': 'sent by the server',
  'im_cos_sign_svr.cos': 'of cos-wx-sdk, which tim-upload-plugin replaces',
  'im_cos_msg.get_final_ip': 'only when the server tells an IP address for uploads',
  'im_open_status.wshello': 'every two minutes, for which no test waits',
  'im_open_status.ws_stat_background': 'of the push plugin for apps',
  'im_open_status.ws_stat_foreground': 'of the push plugin for apps',
  'im_open_status.ws_stat_settoken': 'of the push plugin for apps',
  'offline_push_report.uniapp_sdk_report': 'of the push plugin for apps',
}
