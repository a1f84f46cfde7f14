import { join } from 'node:path'
import { MemoryStorage } from './memory-storage'
import type { Storage } from './storage'

/**
 * The storage of a server: in a folder, or in memory.
 * @throws StorageError if the folder cannot be used
 */
export async function openStorage(dataDir: string | undefined): Promise<Storage> {
  if (dataDir === undefined) return new MemoryStorage()
  const { LevelStorage } = await import('./level-storage') // takes its time to load, and most do without
  return LevelStorage.open(join(dataDir, 'state'))
}
