const NAMES = `
  view text button image icon progress rich-text input textarea editor form label picker picker-view
  picker-view-column radio radio-group checkbox checkbox-group slider switch keyboard-accessory
  scroll-view swiper swiper-item movable-area movable-view cover-view cover-image match-media page-container
  share-element root-portal navigator functional-page-navigator audio video camera live-player live-pusher voip-room
  map canvas web-view ad ad-custom official-account official-account-publish open-data open-data-list open-data-item
  open-container store-home store-product store-coupon channel-live channel-video navigation-bar page-meta selection span
  aria-component custom-wrapper sticky-header sticky-section grid-view list-view grid-builder list-builder
  nested-scroll-header nested-scroll-body draggable-sheet snapshot tap-gesture-handler double-tap-gesture-handler
  long-press-gesture-handler scale-gesture-handler force-press-gesture-handler pan-gesture-handler
  vertical-drag-gesture-handler horizontal-drag-gesture-handler xr-frame
  block slot template import include wxs
`

/** Tags that the platform knows without `usingComponents`. */
export const BUILT_IN_TAGS: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/))
