const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
}

/** One project per kind of test, so that `npx jest --selectProjects unit` runs only the fast ones. */
export default {
  projects: [
    {
      displayName: 'unit',
      testEnvironment: '<rootDir>/tests/environment/node.ts',
      testMatch: [
        '<rootDir>/*.test.ts',
        '<rootDir>/{core,utils,locales,platform,debug,tools,tests/package/checks}/**/*.test.ts',
      ],
      transform,
    },
    {
      displayName: 'components',
      testEnvironment: '<rootDir>/tests/environment/jsdom.ts',
      testMatch: ['<rootDir>/{components,tests/components}/**/*.test.ts'],
      transform,
    },
    {
      displayName: 'integration',
      testEnvironment: '<rootDir>/tests/environment/node.ts',
      testMatch: ['<rootDir>/tests/{integration,examples}/**/*.test.ts'],
      transform,
      // Which commands of the SDK the run has covered; a whole run ends with the table.
      globalSetup: '<rootDir>/tests/integration/harness/conformance/begin.ts',
      globalTeardown: '<rootDir>/tests/integration/harness/conformance/end.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/integration/harness/conformance/save.ts'],
    },
    {
      displayName: 'e2e',
      testEnvironment: '<rootDir>/tests/environment/node.ts',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      transform,
    },
  ],
}
