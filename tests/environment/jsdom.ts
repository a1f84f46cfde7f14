import { TestEnvironment } from 'jest-environment-jsdom'
import { takeSdkPromise, type RunnerEvent } from './sdk-promises'

/** A page, for workers in which the SDK has run. */
export default class PageWithSdk extends TestEnvironment {
  handleTestEvent(event: RunnerEvent): void {
    takeSdkPromise(event)
  }
}
