import { evaluationKind } from '../../../../core/kinds/evaluation'
import { customContent } from '../../custom-content'
import { texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say, t } = language
  const { usual, long, lines, arabic } = texts(language)
  const evaluation = (score: number, comment: string) => {
    const { content, message } = customContent({ businessID: 'evaluation', score, comment })
    return evaluationKind.view?.(content, { t, message })
  }
  return {
    states: [
      { caption: say('五星', 'Five stars'), evaluation: evaluation(5, usual) },
      { caption: say('没有星，没有话', 'No stars, no words'), evaluation: evaluation(0, '') },
      { caption: say('三星，很长', 'Three stars, very long'), evaluation: evaluation(3, long) },
      { caption: say('换行', 'Line breaks'), evaluation: evaluation(4, lines) },
      { caption: say('从右向左', 'Right to left'), evaluation: evaluation(4, arabic) },
      { caption: say('太多的星', 'Too many stars'), evaluation: evaluation(1e9, usual) },
    ],
  }
})
