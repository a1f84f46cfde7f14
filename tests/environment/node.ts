import { TestEnvironment } from 'jest-environment-node'
import { takeSdkPromise, type RunnerEvent } from './sdk-promises'

/** Node, for workers in which the SDK has run. */
export default class NodeWithSdk extends TestEnvironment {
  handleTestEvent(event: RunnerEvent): void {
    takeSdkPromise(event)
  }
}
