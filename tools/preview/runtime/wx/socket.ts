import { device } from '../device'

type Listener = (value: object) => void

/** A socket task over the browser's WebSocket. */
class SocketTask {
  readyState: number = WebSocket.CONNECTING
  private socket: WebSocket | undefined
  private closed = false
  private readonly listeners: {
    open: Listener[]
    message: Listener[]
    close: Listener[]
    error: Listener[]
  } = {
    open: [],
    message: [],
    close: [],
    error: [],
  }

  constructor(url: string, protocols?: string[]) {
    if (!device.online) {
      setTimeout(() => this.drop('network is down'))
      return
    }
    this.socket = new WebSocket(url, protocols)
    this.socket.binaryType = 'arraybuffer'
    this.socket.addEventListener('open', () => {
      this.readyState = WebSocket.OPEN
      this.tell('open', { header: {} })
    })
    this.socket.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      this.tell('message', { data }),
    )
    this.socket.addEventListener('error', () => this.tell('error', { errMsg: 'WebSocket error' }))
    this.socket.addEventListener('close', ({ code, reason }) => this.finish(code, reason))
    device.on('network', this.onNetwork)
  }

  onOpen(listener: Listener): void {
    this.listeners.open.push(listener)
  }

  onMessage(listener: Listener): void {
    this.listeners.message.push(listener)
  }

  onClose(listener: Listener): void {
    this.listeners.close.push(listener)
  }

  onError(listener: Listener): void {
    this.listeners.error.push(listener)
  }

  send({
    data,
    success,
    fail,
    complete,
  }: {
    data: string | ArrayBuffer
    success?: Listener
    fail?: Listener
    complete?: Listener
  }): void {
    const open = this.socket?.readyState === WebSocket.OPEN && !this.closed
    if (open) this.socket?.send(data)
    const result = { errMsg: open ? 'sendSocketMessage:ok' : 'sendSocketMessage:fail not connected' }
    if (open) success?.(result)
    else fail?.(result)
    complete?.(result)
  }

  /** Takes WeChat's options, or a bare code as some libraries pass it. */
  close(
    options: { code?: number; reason?: string; success?: Listener; complete?: Listener } | number = {},
  ): void {
    const {
      code = 1000,
      reason = '',
      success,
      complete,
    } = typeof options === 'number' ? { code: options } : options
    this.readyState = WebSocket.CLOSING
    this.socket?.close(code === 1000 || (code >= 3000 && code < 5000) ? code : 1000, reason)
    success?.({ errMsg: 'closeSocket:ok' })
    complete?.({ errMsg: 'closeSocket:ok' })
  }

  private readonly onNetwork = (online: boolean): void => {
    if (!online) this.drop('network is down')
  }

  private drop(reason: string): void {
    this.tell('error', { errMsg: reason })
    this.finish(1006, reason)
    this.socket?.close()
  }

  private finish(code: number, reason: string): void {
    if (this.closed) return
    this.tell('close', { code, reason })
    this.closed = true
    this.readyState = WebSocket.CLOSED
    device.off('network', this.onNetwork)
  }

  private tell(event: keyof SocketTask['listeners'], value: object): void {
    if (this.closed) return
    for (const listener of this.listeners[event]) listener(value)
  }
}

export function connectSocket({
  url,
  protocols,
  success,
  complete,
}: {
  url: string
  protocols?: string[]
  success?: Listener
  complete?: Listener
}): SocketTask {
  const task = new SocketTask(url, protocols)
  setTimeout(() => {
    success?.({ errMsg: 'connectSocket:ok' })
    complete?.({ errMsg: 'connectSocket:ok' })
  })
  return task
}
