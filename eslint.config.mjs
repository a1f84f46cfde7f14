import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/**
 * Dependencies point downwards only: a layer names the folders it must not import.
 * Patterns match the import specifier, so relative imports are covered at any depth.
 */
const layer = (files, forbidden, extra = []) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...forbidden.map((name) => ({
            group: [`**/${name}/**`, `**/${name}`],
            message: `Dependencies point downwards only: this layer must not import ${name}/.`,
          })),
          ...extra,
        ],
      },
    ],
  },
})

const sdkOnly = {
  group: ['@tencentcloud/*'],
  allowTypeImports: true,
  message: 'The host hands the SDK in; only core/sdk may name it, and only its types.',
}
const sdkNever = {
  group: ['@tencentcloud/*'],
  message: 'Only core/sdk knows the SDK.',
}

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'coverage',
      '.cache',
      '**/*.wxs',
      '**/*.mjs',
      // What hosts install and copy.
      'example/*/**/{TUIKit,miniprogram_npm}',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './tools/tsconfig.json',
          './tools/preview/runtime/tsconfig.json',
          './tests/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
      complexity: ['error', 14],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  // Product code never prints; failures go through ChatError and bind:error.
  {
    files: [
      'index.ts',
      'components/**/*.ts',
      'core/**/*.ts',
      'platform/**/*.ts',
      'locales/**/*.ts',
      'utils/**/*.ts',
      'debug/**/*.ts',
    ],
    ignores: ['**/*.test.ts'],
    rules: { 'no-console': 'error' },
  },
  // The framework's and the SDK's untyped seams.
  {
    files: ['components/base/**/*.ts', 'core/sdk/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  // A table of words is as long as there are words.
  { files: ['locales/zh-CN.ts', 'locales/en.ts'], rules: { 'max-lines': 'off' } },
  // A table of cases is read line by line.
  {
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }] },
  },
  // Hosts write plain JavaScript.
  {
    files: ['example/**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      parserOptions: { project: null },
      globals: { wx: 'readonly', App: 'readonly', Page: 'readonly', Component: 'readonly' },
    },
  },
  layer(['utils/**/*.ts'], ['core', 'components', 'platform', 'locales', 'debug', 'tools'], [sdkNever]),
  layer(['locales/**/*.ts'], ['core', 'components', 'platform', 'debug', 'tools'], [sdkNever]),
  layer(['platform/**/*.ts'], ['core', 'components', 'debug', 'tools'], [sdkNever]),
  layer(
    ['core/sdk/**/*.ts'],
    ['kit', 'components', 'platform', 'debug', 'tools', 'actions', 'views', 'registry'],
    [sdkOnly],
  ),
  layer(
    ['core/store/**/*.ts'],
    ['kit', 'components', 'platform', 'debug', 'tools', 'actions', 'views', 'sdk'],
    [sdkNever],
  ),
  layer(
    ['core/views/**/*.ts'],
    ['kit', 'components', 'platform', 'debug', 'tools', 'actions', 'sdk'],
    [sdkNever],
  ),
  layer(
    ['core/kinds/**/*.ts'],
    ['kit', 'components', 'platform', 'debug', 'tools', 'actions', 'views', 'sdk', 'registry'],
    [sdkNever],
  ),
  layer(
    ['core/registry/**/*.ts'],
    ['kit', 'components', 'platform', 'debug', 'tools', 'actions', 'views', 'sdk'],
    [sdkNever],
  ),
  layer(['core/actions/**/*.ts', 'core/kit.ts'], ['components', 'platform', 'debug', 'tools'], [sdkNever]),
  layer(
    ['core/config.ts'],
    ['components', 'platform', 'debug', 'tools', 'actions', 'views', 'sdk'],
    [sdkNever],
  ),
  // Only the glue knows that there is an SDK; atoms know no store either.
  layer(['components/base/**/*.ts'], ['debug', 'tools', 'common'], [sdkNever]),
  layer(['components/TUI*/**/*.ts', 'index.ts'], ['debug', 'tools', 'sdk'], [sdkNever]),
  layer(
    ['components/common/**/*.ts'],
    ['debug', 'tools', 'sdk', 'store', 'actions', 'kit', 'base'],
    [sdkNever],
  ),
  layer(['debug/**/*.ts'], ['core', 'components', 'platform', 'locales', 'tools'], [sdkNever]),
  // core runs in plain Node.
  {
    files: ['core/**/*.ts', 'utils/**/*.ts', 'locales/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'wx', 'Component', 'Page', 'App', 'Behavior', 'getApp'] },
  },
)
