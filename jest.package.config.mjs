import base from './jest.config.mjs'

const [{ transform }] = base.projects

/** The flows of a host, from the packed tarball: `npm run test:package`. Slow, so they are not part of `npm test`. */
export default {
  displayName: 'package',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/package/flows/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/tests/package/node_modules'],
  transform,
}
