import { resolveSource } from '../files'
import { defineBuiltin } from './define'

/** How each mode of WeChat's image is said in CSS: `object-fit` and `object-position`. */
const MODES: Record<string, [fit: string, position?: string]> = {
  scaleToFill: ['fill'],
  aspectFit: ['contain'],
  aspectFill: ['cover'],
  widthFix: ['fill'],
  heightFix: ['fill'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
}

export function defineImage(): void {
  const properties = {
    src: '',
    mode: 'scaleToFill',
    lazyLoad: false,
    fadeIn: false,
    webp: false,
    showMenuByLongpress: false,
  }
  const create: Parameters<typeof defineBuiltin>[2] = (host) => {
    const { element, component } = host
    const image = new Image()
    image.draggable = false
    image.alt = ''
    image.style.visibility = 'hidden'
    element.append(image)

    const fix = (): void => {
      const ratio = image.naturalWidth / image.naturalHeight
      if (host.props.mode === 'widthFix' && ratio) element.style.height = `${element.clientWidth / ratio}px`
      if (host.props.mode === 'heightFix' && ratio) element.style.width = `${element.clientHeight * ratio}px`
    }
    // A picture that cannot be loaded shows nothing, not the browser's broken sign.
    image.addEventListener('load', () => {
      image.style.visibility = ''
      fix()
      host.emit('load', { width: image.naturalWidth, height: image.naturalHeight })
    })
    image.addEventListener('error', () => {
      image.style.visibility = 'hidden'
      host.emit('error', { errMsg: `GET ${String(host.props.src)} failed` })
    })
    const resize = new ResizeObserver(fix)
    return {
      update(changed) {
        const { src, mode, lazyLoad } = host.props as { src: string; mode: string; lazyLoad: boolean }
        if (changed('mode')) {
          const [fit, position = ''] = MODES[mode] ?? ['fill']
          image.style.objectFit = fit
          image.style.objectPosition = position
          if (mode.endsWith('Fix')) resize.observe(element)
        }
        if (changed('lazyLoad')) image.loading = lazyLoad ? 'lazy' : 'eager'
        if (!changed('src')) return
        image.style.visibility = 'hidden'
        if (src) image.src = resolveSource(src, component)
        else image.removeAttribute('src')
      },
      detached: () => resize.disconnect(),
    }
  }
  defineBuiltin('image', properties, create)
  defineBuiltin('cover-image', { src: '', mode: 'scaleToFill' }, create)
}
