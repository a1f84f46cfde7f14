import type { Key } from '../../locales/index'

export interface EmojiGroup {
  id: string
  title: Key
  /** Unicode emoji, each one character for people. */
  emoji: readonly string[]
}

const list = (text: string): string[] => text.split(' ')

/** The panel's emoji, drawn by the system: no artwork is shipped. */
export const emojiGroups: readonly EmojiGroup[] = [
  {
    id: 'faces',
    title: 'emoji.faces',
    emoji: list(
      '😀 😃 😄 😁 😆 😅 😂 🤣 😊 😇 🙂 🙃 😉 😌 😍 🥰 😘 😗 😋 😛 😜 🤪 🤨 🧐 🤓 😎 🤩 🥳 😏 😒 😞 😔 😟 🙁 😣 😖 😫 😩 🥺 😢 😭 😤 😠 😡 🤯 😳 🥵 🥶 😱 😨 😰 😥 😓 🤗 🤔 🤭 🤫 😶 😐 😑 😬 🙄 😯 😮 😲 🥱 😴 🤤 😪 😵 🤐 🤢 🤮 🤧 😷 🤒 🤕 🤑 😈 👻 💩',
    ),
  },
  {
    id: 'gestures',
    title: 'emoji.gestures',
    emoji: list(
      '👍 👎 👌 ✌️ 🤞 🤝 👏 🙌 🙏 💪 👋 ✋ 👊 ✊ 🤙 👈 👉 👆 👇 ☝️ 🫶 ❤️ 🧡 💛 💚 💙 💜 🖤 💔 💕 💯',
    ),
  },
  {
    id: 'things',
    title: 'emoji.things',
    emoji: list(
      '🎉 🎊 🎂 🎁 🎈 🌹 🌷 🌻 🍀 🌈 ☀️ 🌙 ⭐ 🔥 💧 ☕ 🍵 🍺 🍻 🍚 🍜 🍎 🍉 🐶 🐱 🐼 🐷 🚗 ✈️ 🏠 🏥 🏫 📞 📷 💡 ⏰ 📌 ✅ ❌ ❓ ❗',
    ),
  },
]
