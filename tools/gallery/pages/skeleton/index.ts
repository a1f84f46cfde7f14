import { show } from '../../show'

show(({ say, t }) => ({ caption: say('列表第一次加载', 'First load of a list'), label: t('common.loading') }))
