import type { GroupTextField } from '../../core/views/group-page'
import type { EditField } from '../TUIContact/text-editor/fields'

/** What `<TUIGroup>` can show; the first one is `group`. */
export type GroupScreen =
  | { readonly type: 'group' }
  /** The parts of a community. */
  | { readonly type: 'topics' }
  /** Changes one text of the group. */
  | { readonly type: 'edit'; readonly field: EditField; readonly subject: string }
  /** The announcement or the introduction in full. */
  | { readonly type: 'text'; readonly field: GroupTextField }
  /** What was said in its chat; the pictures, videos and files of it. */
  | { readonly type: 'search' | 'media'; readonly conversationID: string }
  /** Who is in it; with a purpose, choosing those whom something is done with. */
  | { readonly type: 'members'; readonly purpose?: 'remove' | 'admin' | 'owner' }
  | { readonly type: 'member'; readonly userID: string }
  /** Adding members. */
  | { readonly type: 'add' }
  /** What those who lead it do with it; who asks to come in. */
  | { readonly type: 'manage' | 'requests' }
  /** One who asks to come in. */
  | { readonly type: 'request'; readonly requestID: string }
