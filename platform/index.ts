import type { Platform } from './types'
import { wxPlatform } from './wx'

export type { NavMetrics, NavigationStyle, PickAnswer, Platform, Theme } from './types'
export { hostGlobals, type HostGlobals } from './host'

/** The platform this copy of the kit runs on. */
export const platform: Platform = wxPlatform
