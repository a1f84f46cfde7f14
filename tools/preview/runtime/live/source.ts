/** Camera and microphone of a phone. A machine without them gives a moving picture and silence. */

const SIZE = { width: 320, height: 240 }
const FRAMES = 15

function drawn(): MediaStreamTrack | undefined {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, SIZE)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const draw = (): void => {
    const turn = (Date.now() / 20) % 360
    context.fillStyle = `hsl(${turn} 60% 45%)`
    context.fillRect(0, 0, SIZE.width, SIZE.height)
    context.fillStyle = '#fff'
    context.fillRect((Date.now() / 10) % SIZE.width, 100, 40, 40)
  }
  draw()
  const timer = setInterval(draw, 1000 / FRAMES)
  const [track] = canvas.captureStream(FRAMES).getVideoTracks()
  track?.addEventListener('ended', () => clearInterval(timer))
  return track
}

function silence(): MediaStreamTrack | undefined {
  return new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]
}

async function real(kind: 'audio' | 'video'): Promise<MediaStreamTrack | undefined> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
  const stream = await mediaDevices
    ?.getUserMedia({ [kind]: kind === 'video' ? SIZE : true })
    .catch(() => undefined)
  return stream?.getTracks()[0]
}

export async function openTrack(kind: 'audio' | 'video'): Promise<MediaStreamTrack | undefined> {
  return (await real(kind)) ?? (kind === 'video' ? drawn() : silence())
}
