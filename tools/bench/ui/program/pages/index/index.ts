import { createBench } from '../../control'

Page({
  data: { shown: false },
  onLoad() {
    Object.assign(globalThis, { bench: createBench(this) })
  },
})
