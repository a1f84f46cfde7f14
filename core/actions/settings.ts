import type { SettingsSlice } from '../store/state'
import type { Kit } from './kit'

/** Takes over what the host has set, as far as the state is concerned. */
export const applySettings = (
  kit: Kit,
  { typing, readReceipts, leaveLiveRooms }: Pick<SettingsSlice, 'typing' | 'readReceipts' | 'leaveLiveRooms'>,
): void =>
  kit.store.set(({ settings }) =>
    settings.typing === typing &&
    settings.readReceipts === readReceipts &&
    settings.leaveLiveRooms === leaveLiveRooms
      ? {}
      : { settings: { ...settings, typing, readReceipts, leaveLiveRooms } },
  )
