import { loadGroup } from '../../../core/actions/groups'
import { loadTopics } from '../../../core/actions/topics'
import { topicListView, type TopicListView } from '../../../core/views/topics'
import { connect, kitOf } from '../../base/connect'
import { labels } from '../../base/labels'
import { groupScreen } from '../screen-behavior'

const words = labels({
  title: 'topic.title',
  back: 'common.back',
  create: 'topic.new',
  empty: 'topic.empty',
  loading: 'common.loading',
  retry: 'common.retry',
})

const NONE: TopicListView = { loading: true, error: '', rows: [], create: false }

/** The topics of a community, each of which is a chat. */
Component({
  behaviors: [
    groupScreen,
    connect<TopicListView & { labels: typeof words.none }>({
      initial: { ...NONE, labels: words.none },
      props: ['groupID'],
      view: (state, props, t) => ({
        ...topicListView(state, String(props.groupID), t),
        labels: words.of(t),
      }),
    }),
  ],
  lifetimes: {
    attached() {
      this.load()
    },
  },
  methods: {
    load() {
      const kit = kitOf(this)
      if (!kit) return
      void loadTopics(kit, this.data.groupID)
      // It may be the first screen: nobody has asked yet what the user may do.
      if (!kit.store.get().groups[this.data.groupID]) void loadGroup(kit, this.data.groupID)
    },
    onTopic({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.openChat(`GROUP${detail.id}`, true)
    },
    onCreate() {
      this.go({ type: 'edit', field: 'newTopic', subject: this.data.groupID })
    },
  },
})
