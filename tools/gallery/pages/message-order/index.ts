import type { OrderView } from '../../../../core/kinds/order'
import { PICTURE, texts } from '../../samples'
import { show } from '../../show'

show((language) => {
  const { say } = language
  const { long, unbroken, arabic } = texts(language)
  const order = (fields: Partial<OrderView> = {}): OrderView => ({
    title: say('周末两日游', 'A weekend away'),
    description: say('含早餐，可随时取消', 'Breakfast, free to cancel'),
    price: '¥ 199.00',
    image: PICTURE,
    link: 'https://example.com/order',
    ...fields,
  })
  return {
    states: [
      { caption: say('订单', 'Order'), order: order() },
      { caption: say('很长', 'Very long'), order: order({ title: long, description: long }) },
      {
        caption: say('没有图片、价格和说明', 'Without picture, price and description'),
        order: order({ image: '', price: '', description: '', link: '' }),
      },
      { caption: say('不能断开', 'Without a break'), order: order({ title: unbroken, price: unbroken }) },
      { caption: say('从右向左', 'Right to left'), order: order({ title: arabic, description: arabic }) },
    ],
  }
})
