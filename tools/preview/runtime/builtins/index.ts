import type { Page } from '../pages'
import { defineButton } from './button'
import { defineChoices } from './choices'
import { defineFields } from './field'
import { defineForm } from './form'
import { defineImage } from './image'
import { defineLive } from './live'
import { defineMedia } from './media'
import { defineMovable } from './movable'
import { definePageContainer } from './page-container'
import { definePicker } from './picker'
import { defineScrollView } from './scroll-view'
import { defineSwiper } from './swiper'
import { defineViews } from './view'

/** Defines all of WeChat's own components that the preview has. */
export function defineBuiltins(pageOf: (element: Element) => Page | undefined): void {
  defineViews()
  defineButton()
  defineImage()
  defineFields()
  defineScrollView()
  definePageContainer(pageOf)
  defineSwiper()
  defineMovable()
  defineChoices()
  definePicker()
  defineMedia()
  defineLive()
  defineForm()
}
