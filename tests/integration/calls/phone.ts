import { useEngine, type CallHappening, type CallOptions } from '../../../core/actions/call'
import { createSignalingEngine } from '../../../core/calls/own-engine'
import type { CallEngine } from '../../../core/calls/engine'
import { parseCallMessage } from '../../../core/kinds/call'
import { openChat } from '../../../core/actions/open-chat'
import type { CallSlice } from '../../../core/store/call'
import { createFakeRooms, type FakeMedia } from '../../fixtures/fake-media'
import { allMessages } from '../../fixtures/threads'
import { userSigFor } from '../harness'
import { Phone } from '../kit/phone'

/** The rooms of all phones of a test file. */
export const rooms = createFakeRooms()

/** A phone of the kit that calls by its own engine. */
export class CallPhone extends Phone {
  readonly media: FakeMedia = rooms.port()
  readonly happened: CallHappening[] = []
  private release: () => void = () => undefined

  use(engine: CallEngine, options: Partial<CallOptions> = {}): void {
    const { userID, sdkAppID } = this.client
    this.release = useEngine(this.kit, engine, {
      SDKAppID: sdkAppID,
      userSig: () => userSigFor(userID, sdkAppID),
      onHappening: (happening) => this.happened.push(happening),
      ...options,
    })
  }

  get call(): CallSlice {
    return this.kit.store.get().call
  }

  /** Waits for the call to be in a phase; `over`: there is none. */
  async phase(wanted: NonNullable<CallSlice['info']>['phase'] | 'over'): Promise<void> {
    const seen = (): boolean => (this.call.info?.phase ?? 'over') === wanted
    await this.until(seen, `the call is ${wanted}`)
  }

  /** What the records in the chat say, oldest first; without those that nobody is meant to see. */
  records(peer: string): string[] {
    return this.messages(peer).flatMap((message) => {
      const record = parseCallMessage(message)
      return record && !record.hidden
        ? [`${record.side} ${record.kind}${record.missed ? ' missed' : ''}`]
        : []
    })
  }

  open(peer: string): void {
    void openChat(this.kit, `C2C${peer}`)
  }

  openGroup(groupID: string): void {
    void openChat(this.kit, `GROUP${groupID}`)
  }

  /** The same of a group, where they have no side. */
  groupRecords(groupID: string): string[] {
    const thread = this.kit.store.get().messages[`GROUP${groupID}`]
    return allMessages(thread).flatMap((message) => {
      const record = parseCallMessage(message)
      return record && !record.hidden ? [record.kind] : []
    })
  }

  stopCalls(): void {
    this.release()
  }
}

export async function callPhone(
  server: { url: string },
  userID: string,
  options: Partial<CallOptions> = {},
): Promise<CallPhone> {
  const made = new CallPhone(server, userID)
  made.use(createSignalingEngine({ media: made.media }), options)
  await made.client.login()
  await made.until(() => made.call.available, 'calls are possible')
  await made.client.synced()
  return made
}
