import { callerPrototype, domOf, type Caller } from '../framework'
import type { Router } from '../pages'
import { WxIntersectionObserver, type ObserverOptions } from './intersection-observer'
import { contextOf, selectAll, SelectorQuery } from './selector-query'

/** Queries on the node tree, on `wx` and on every component. */
export function nodesApi(router: Router) {
  callerPrototype.createSelectorQuery = function () {
    return new SelectorQuery(this._$, router)
  }
  callerPrototype.createIntersectionObserver = function (options = {}) {
    return new WxIntersectionObserver(this._$, options, router)
  }
  return {
    createSelectorQuery: () => new SelectorQuery(router.top?.caller._$, router),
    createIntersectionObserver: (caller?: Caller, options: ObserverOptions = {}) =>
      new WxIntersectionObserver(caller?._$ ?? router.top?.caller._$, options, router),
    nextTick: (callback: () => void) => queueMicrotask(callback),
    createVideoContext(id: string, caller?: Caller) {
      const element = domOf(selectAll(caller?._$ ?? router.top?.caller._$, `#${id}`)[0])
      return contextOf(element ?? document.createElement('div'))
    },
  }
}
