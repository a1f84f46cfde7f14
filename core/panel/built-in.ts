import { openOverlay } from '../actions/overlays'
import { sendLocation } from '../actions/send-content'
import { sendFile, sendImage, sendVideo } from '../actions/send-media'
import { CALL_TOOLS } from './calls'
import type { MediaFile, Tool, ToolContext } from './tool'

/** As many as the platform lets choose at once. */
const MOST = 9

/** In the order of choosing; each has its row, which tells how it ended. */
function sendMedia({ kit, conversationID }: ToolContext, media: readonly MediaFile[] = []): void {
  for (const item of media) {
    if (item.type === 'image') void sendImage(kit, conversationID, item.file)
    else void sendVideo(kit, conversationID, item.file)
  }
}

async function pickMedia(
  context: ToolContext,
  from: 'album' | 'camera',
  types: readonly ('image' | 'video')[],
): Promise<void> {
  const count = from === 'album' ? MOST : 1
  sendMedia(context, await context.device.pickMedia({ from, types, count }))
}

async function pickFiles(context: ToolContext): Promise<void> {
  const files = (await context.device.pickFiles(MOST)) ?? []
  for (const file of files) void sendFile(context.kit, context.conversationID, file)
}

async function pickPlace(context: ToolContext): Promise<void> {
  const place = await context.device.pickPlace()
  if (place) await sendLocation(context.kit, context.conversationID, place)
}

/** The entries of the kit, in their order. */
export const BUILT_IN_TOOLS: readonly Tool[] = [
  {
    id: 'album',
    label: (t) => t('tool.album'),
    icon: 'image',
    run: (context) => pickMedia(context, 'album', ['image', 'video']),
  },
  {
    id: 'camera',
    label: (t) => t('tool.camera'),
    icon: 'camera',
    run: (context) => pickMedia(context, 'camera', ['image']),
  },
  {
    id: 'video',
    label: (t) => t('tool.video'),
    icon: 'film',
    run: (context) => pickMedia(context, 'camera', ['video']),
  },
  ...CALL_TOOLS,
  { id: 'file', label: (t) => t('tool.file'), icon: 'file', run: pickFiles },
  { id: 'location', label: (t) => t('tool.location'), icon: 'place', run: pickPlace },
  {
    id: 'evaluation',
    label: (t) => t('tool.evaluation'),
    icon: 'star',
    when: ({ type }) => type === 'C2C',
    run: ({ kit, conversationID }) => openOverlay(kit, { type: 'evaluation', conversationID }),
  },
]
