import { groupAvatarView, type AvatarView } from '../../core/views/avatar'
import type { Language } from './show'

/** One pixel of one colour: a picture that needs no server. */
export const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNocCgAAAL2AWAv1p7/AAAAAElFTkSuQmCC'

export const picture = (): AvatarView => ({ url: PICTURE, text: '?', tone: 0 })

export const initialOf = (text: string, tone = 0): AvatarView => ({ url: '', text, tone })

/** A group without a picture, with so many members. */
export const facesOf = (name: string, count: number): AvatarView =>
  groupAvatarView(
    '',
    name,
    name,
    Array.from({ length: count }, (_, at) => ({
      userID: `u${at}`,
      name: String.fromCharCode(65 + at),
      avatar: at % 3 === 1 ? PICTURE : '',
    })),
  )

/** Texts that layouts break on. */
export function texts({ say }: Language) {
  return {
    short: say('好', 'OK'),
    usual: say('方便的时候回我', 'Call me when you have a minute'),
    long: say(
      '展览周六上午十点开门，我们先在地铁口集合，再一起走过去。路上大概要二十分钟，记得带伞，天气预报说下午有雨。看完之后可以去旁边那家面馆吃午饭，我已经订好了四个人的位子。',
      'The exhibition opens at ten on Saturday. Let us meet at the metro and walk over together, it takes some twenty minutes. Bring an umbrella, rain is expected in the afternoon. I have booked lunch for four at the noodle place next door.',
    ),
    lines: say(
      '一、带身份证\n二、带雨伞\n\n三、十点之前到',
      '1. Bring an ID\n2. Bring an umbrella\n\n3. Be there by ten',
    ),
    unbroken: `https://example.com/${'path-without-a-space'.repeat(6)}`,
    digits: '1234567890'.repeat(12),
    emoji: '👍',
    manyEmoji: '😀🎉❤️👨‍👩‍👧‍👦🏳️‍🌈👋🏽'.repeat(6),
    arabic: 'مرحبا، هل نلتقي يوم السبت في الساعة العاشرة صباحا أمام المتحف؟',
    mixed: say('他说 שלום, 然后走了 (10:30)', 'He said שלום, and then left (10:30)'),
    markup: '<b>bold</b> &amp; {{text}} <script>alert(1)</script>',
    spaces: say('前面   有三个空格', 'three   spaces inside'),
    name: say('王浩', 'Ben'),
    longName: say(
      '上海第三季度产品发布会筹备与现场执行工作总群（请勿闲聊）',
      'Shanghai third quarter product launch, preparation and on-site staff (no chatter)',
    ),
    unbrokenName: 'user_0123456789abcdef0123456789abcdef0123456789',
  }
}
