/** The parts that the harness uses of packages which have no types of their own. */
declare module 'miniprogram-exparser' {
  export interface VirtualTag {
    tagName: string
    componentId: string
    attrs: { name: string; value: unknown }[]
  }

  export interface RawNode {
    readonly is: string
    readonly data: Record<string, unknown>
    /** Its element, unless it only groups others. */
    readonly $$?: Element
    readonly _vt?: VirtualTag
    readonly __wxSlotChildren?: RawNode[]
    addListener(name: string, handler: (event: { detail: unknown }) => void): void
    triggerLifeTime(name: string): void
    triggerPageLifeTime(name: string, args: unknown[]): void
  }

  interface DataProxy {
    scheduleReplace(path: string[], value: unknown): void
    doUpdates(fromOwner: boolean): void
  }

  const exparser: {
    Component: {
      prototype: { setData: (this: RawNode, patch: Record<string, unknown>) => void }
      getDataProxy: (node: RawNode) => DataProxy
      getMethod: (node: RawNode | null, name: string) => unknown
      hasPublicProperty: (node: RawNode, name: string) => boolean
    }
    Element: {
      getMethodCaller: (node: RawNode | null) => object | null
      pretendAttached: (node: RawNode) => void
      pretendDetached: (node: RawNode) => void
    }
    Event: {
      create: (name: string, detail: unknown, options: Record<string, unknown>) => unknown
      dispatchEvent: (node: RawNode, event: unknown) => void
    }
    registerElement: (definition: object) => object
    ShadowRoot: {
      prototype: {
        createComponent: (this: object, tag: string, id: string, generics?: Record<string, string>) => RawNode
      }
    }
    addGlobalErrorListener: (listener: (error: unknown) => boolean) => void
    addGlobalWarningListener: (listener: (message: string) => boolean) => void
  }
  export default exparser
}

declare module 'j-component/src/tool/intersectionobserver' {
  import type { RawNode } from 'miniprogram-exparser'

  type Margins = Record<string, number>

  export default class IntersectionObserver {
    _exparserNode: RawNode
    relativeTo(selector: string, margins?: Margins): this
    observe(selector: string, callback: (entry: { intersectionRatio: number }) => void): void
    disconnect(): void
  }
}

declare module 'j-component/src/index' {
  import type { RawNode } from 'miniprogram-exparser'

  const jComponent: {
    register: (definition: { path: string; usingComponents?: Record<string, string> }) => string
    create: (id: string, properties: Record<string, unknown>) => { _exparserNode: RawNode }
  }
  export default jComponent
}

declare module 'j-component/src/render/render' {
  import type { RawNode } from 'miniprogram-exparser'

  const render: { updateAttrs: (node: RawNode, attrs: { name: string; value: unknown }[]) => void }
  export default render
}

declare module 'miniprogram-simulate/src/utils' {
  interface ComponentJson {
    usingComponents?: Record<string, string>
    componentGenerics?: Record<string, { default: string }>
  }

  const files: { readJson: (path: string) => ComponentJson | null }
  export default files
}

declare module 'j-component/src/tool/utils' {
  export function getTagName(id: string): string | undefined
}
