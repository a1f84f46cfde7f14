import { linkKind } from '../../../../core/kinds/link'
import { customContent } from '../../custom-content'
import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { usual, long, arabic } = texts(language)
  const link = (text: string, url: string) => {
    const { content, message } = customContent({ businessID: 'text_link', text, link: url })
    return linkKind.view?.(content, { t, message })
  }
  const address = 'https://example.com/path?query=1'
  return {
    states: [
      { caption: say('链接', 'Link'), link: link(usual, address) },
      { caption: say('很长', 'Very long'), link: link(long, address) },
      {
        caption: say('不能打开的链接', 'A link that is not opened'),
        link: link(usual, 'javascript:alert(1)'),
      },
      { caption: say('没有文字', 'Without words'), link: link('', address) },
      { caption: say('从右向左', 'Right to left'), link: link(arabic, address) },
    ],
  }
})
