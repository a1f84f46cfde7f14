/** Listens for rebuilt code. Styles alone are swapped in place; anything else starts the phone anew. */
export function listenForRebuilds(): void {
  const socket = new WebSocket(`ws://${location.host}/live`)
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (data === 'styles') swapStyles()
    else location.reload()
  })
}

function swapStyles(): void {
  const current = document.querySelector<HTMLLinkElement>('link[data-app-styles]')
  if (!current) return
  const next = current.cloneNode() as HTMLLinkElement
  next.href = `app.css?${Date.now()}`
  next.addEventListener('load', () => current.remove())
  current.after(next)
}
