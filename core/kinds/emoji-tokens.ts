/**
 * Emoji that Tencent's kits write as words in brackets, as Unicode of our choice: their pictures are not ours to ship.
 * Both sets are read; texts are written in Unicode.
 */

/** `[微笑]`, of the older kits. */
const LEGACY =
  'NO 🙅 OK 👌 下雨 🌧️ 么么哒 😘 乒乓 🏓 便便 💩 信封 ✉️ 偷笑 🤭 傲慢 😤 再见 👋 冷汗 😰 凋谢 🥀 刀 🔪 删除 ❌ 勾引 👉 ' +
  '发呆 😳 发抖 🥶 可怜 🥺 可爱 🥰 右哼哼 😤 右太极 ☯️ 右车头 🚄 吐 🤮 吓 😱 咒骂 🤬 咖啡 ☕ 啤酒 🍺 嘘 🤫 回头 👀 困 😪 ' +
  '坏笑 😏 多云 ⛅ 大兵 💂 大哭 😭 太阳 ☀️ 奋斗 💪 奶瓶 🍼 委屈 🥺 害羞 😊 尴尬 😅 左哼哼 😤 左太极 ☯️ 左车头 🚅 差劲 👎 弱 👎 ' +
  '强 👍 彩带 🎊 彩球 🎉 得意 😎 微笑 🙂 心碎了 💔 快哭了 🥹 怄火 😡 怒 😠 惊恐 😨 惊讶 😲 憨笑 😄 手枪 🔫 打哈欠 🥱 抓狂 😫 ' +
  '折磨 😩 抠鼻 🤏 抱抱 🤗 抱拳 🙏 拳头 👊 挥手 👋 握手 🤝 撇嘴 😒 擦汗 😥 敲打 🔨 晕 😵 月亮 🌙 棒棒糖 🍭 汽车 🚗 沙发 🛋️ ' +
  '流汗 😓 流泪 😢 激动 🤩 灯泡 💡 炸弹 💣 熊猫 🐼 爆筋 💢 爱你 🤟 爱心 ❤️ 爱情 💕 猪头 🐷 猫咪 🐱 献吻 😚 玫瑰 🌹 瓢虫 🐞 ' +
  '疑问 🤔 白眼 🙄 皮球 ⚽ 睡觉 😴 磕头 🙇 示爱 💋 礼品袋 🛍️ 礼物 🎁 篮球 🏀 米饭 🍚 糗大了 😳 红双喜 🎎 红灯笼 🏮 纸巾 🧻 ' +
  '胜利 ✌️ 色 😍 药 💊 菜刀 🔪 蛋糕 🎂 蜡烛 🕯️ 街舞 💃 衰 😞 西瓜 🍉 调皮 😜 象棋 ♟️ 跳绳 🤸 跳跳 🤸 车厢 🚃 转圈 💫 鄙视 😏 ' +
  '酷 😎 钞票 💵 钻戒 💍 闪电 ⚡ 闭嘴 🤐 闹钟 ⏰ 阴险 😈 难过 🙁 雨伞 ☂️ 青蛙 🐸 面条 🍜 鞭炮 🧨 风车 🎡 飞吻 😘 飞机 ✈️ ' +
  '饥饿 🤤 香蕉 🍌 骷髅 💀 麦克风 🎤 麻将 🀄 鼓掌 👏 龇牙 😁'

/** `[TUIEmoji_Smile]`, of the newer kits. */
const NAMED =
  'Expect 🤩 Blink 😉 Guffaw 😆 KindSmile 😊 Haha 😄 Cheerful 😃 Smile 🙂 Sorrow 😢 Speechless 😑 Amazed 😲 Complacent 😎 ' +
  'Lustful 😍 Stareyes 🤩 Giggle 😁 Daemon 😈 Rage 👿 Yawn 🥱 TearsLaugh 😂 Silly 🤪 Wail 😭 Kiss 😘 Trapped 😪 Fear 😨 ' +
  'BareTeeth 😬 FlareUp 😡 Tact 🤓 Shit 💩 ShutUp 🤐 Sigh 😮‍💨 Hehe 😏 Silent 🤫 Skull 💀 Mask 😷 Beer 🍺 Cake 🎂 RedPacket 🧧 ' +
  'Bombs 💣 Ai 🤖 Celebrate 🎉 Bless 🙏 Flower 🌹 Watermelon 🍉 Cow 🐮 Fool 😞 Surprised 😮 Askance 🙄 Monster 👾 Pig 🐷 ' +
  'Coffee ☕ Ok 👌 Heart ❤️ Sun ☀️ Moon 🌙 Star ⭐ Rich 🤑 Fortune 💰 857 🎶 666 🤙 Prohibit 🚫 Convinced 🫡 Knife 🔪 Like 👍'

function table(words: string, prefix: string): [string, string][] {
  const list = words.split(' ')
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < list.length; i += 2) pairs.push([prefix + String(list[i]), String(list[i + 1])])
  return pairs
}

const EMOJI: ReadonlyMap<string, string> = new Map([...table(LEGACY, ''), ...table(NAMED, 'TUIEmoji_')])

const TOKENS: ReadonlyMap<string, string> = new Map(
  table(NAMED, 'TUIEmoji_')
    .reverse()
    .map(([name, emoji]) => [emoji, `[${name}]`]),
)

/** What the newer kits call an emoji, for where they understand nothing else; the emoji itself when they have no word for it. */
export const tokenOf = (emoji: string): string => TOKENS.get(emoji) ?? emoji

/** Longer than every name of a token, short enough to keep a search through hostile text linear. */
const TOKEN = /\[([^[\]]{1,24})\]/g

/** Arrows and symbols, then pictographs and flags: the blocks that emoji are in. Keycaps begin with a plain sign. */
const EMOJI_START = /^(?:[\u00a9\u00ae\u203c-\u3299]|[\ud83c-\ud83e][\udc00-\udfff]|[0-9#*]\ufe0f?\u20e3)/
/** Inside that range, but letters: signs and syllables of East Asia. */
const EAST_ASIAN = /^[\u2e80-\u302f\u3031-\u303c\u303e-\u3296\u3298]/

/** The emoji of a token, with or without brackets; of an emoji, itself. Empty when it is neither. */
export function emojiOf(token: string): string {
  const name = token.startsWith('[') && token.endsWith(']') ? token.slice(1, -1) : token
  const known = EMOJI.get(name)
  if (known) return known
  return EMOJI_START.test(token) && !EAST_ASIAN.test(token) ? token : ''
}

/** The text with every known token as an emoji; unknown ones stay as they were written. */
export function withEmoji(text: string): string {
  if (!text.includes('[')) return text
  return text.replace(TOKEN, (token, name: string) => EMOJI.get(name) ?? token)
}
