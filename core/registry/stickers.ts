export { registerStickers, stickerPacks, type Sticker, type StickerPack } from '../kinds/stickers'
