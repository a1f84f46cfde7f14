import type { Trace } from '../trace'

/** How many frames wait for a reader that does not keep up. */
const WAITING_FRAMES = 10_000

/** Every frame from now on, as server-sent events: `data` is a `TracedFrame` as JSON with `time` in milliseconds. */
export function traceStream(trace: Trace): Response {
  let stop: () => void = () => undefined
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(': the frames follow\n\n')) // so that the reader sees that it is open
        stop = trace.listen(
          (frame) => {
            if ((controller.desiredSize ?? 0) <= 0) return // better a gap than a server out of memory
            controller.enqueue(encoder.encode(`data: ${JSON.stringify({ ...frame, time: Date.now() })}\n\n`))
          },
          () => {
            stop()
            controller.close()
          },
        )
      },
      cancel: () => stop(),
    },
    { highWaterMark: WAITING_FRAMES },
  )
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  })
}
