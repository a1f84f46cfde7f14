/** Tags that WeChat provides itself. Their elements are named `wx-<tag>` in the DOM, in templates and in style sheets alike. */
export const BUILTIN_TAGS = [
  'view',
  'text',
  'image',
  'button',
  'input',
  'textarea',
  'scroll-view',
  'swiper',
  'swiper-item',
  'movable-area',
  'movable-view',
  'page-container',
  'root-portal',
  'picker',
  'picker-view',
  'picker-view-column',
  'switch',
  'slider',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'form',
  'label',
  'icon',
  'progress',
  'rich-text',
  'video',
  'live-pusher',
  'live-player',
  'navigator',
  'cover-view',
  'cover-image',
  'keyboard-accessory',
  'match-media',
  'page-meta',
  'navigation-bar',
] as const

export type BuiltinTag = (typeof BUILTIN_TAGS)[number]

const tags: ReadonlySet<string> = new Set(BUILTIN_TAGS)

export const isBuiltinTag = (tag: string): tag is BuiltinTag => tags.has(tag)
