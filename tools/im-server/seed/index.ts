export { SeedError, type Seed, type SeedMessage, type SeedUser } from './format'
export { parseSeed } from './parse'
export { plantSeed } from './plant'
