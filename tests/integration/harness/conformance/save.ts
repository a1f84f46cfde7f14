import { saveRecord } from './record'

// For jest's `setupFilesAfterEnv`: in every test file of the project.
afterAll(() => saveRecord(expect.getState().testPath ?? ''))
