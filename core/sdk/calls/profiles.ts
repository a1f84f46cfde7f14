import type { Profile } from '../../store/contacts'
import type { CallContext } from '../book'
import { allowName, genderName, mapProfile, mapProfiles } from '../map-contacts'
import type { SdkReply } from '../reply'

export interface ProfileInstance {
  getMyProfile(): Promise<SdkReply<unknown>>
  getUserProfile(options: { userIDList: string[] }): Promise<SdkReply<{ userID: string }[]>>
  updateMyProfile(options: object): Promise<SdkReply<unknown>>
}

export interface ProfileCalls {
  /** SDK: `getMyProfile`. */
  myProfile(): Promise<Profile | undefined>
  /** SDK: `getUserProfile`, of at most 100. @returns those that exist */
  profiles(userIDs: readonly string[]): Promise<Profile[]>
  /** SDK: `updateMyProfile`. @returns all of it */
  updateMyProfile(change: Partial<Omit<Profile, 'userID'>>): Promise<Profile | undefined>
}

export function profileCalls({ instance }: CallContext<ProfileInstance>): ProfileCalls {
  return {
    async myProfile() {
      return mapProfile((await instance.getMyProfile()).data)
    },

    async profiles(userIDs) {
      return mapProfiles((await instance.getUserProfile({ userIDList: [...userIDs] })).data)
    },

    async updateMyProfile({ gender, allow, signature, ...same }) {
      const { data } = await instance.updateMyProfile({
        ...same,
        ...(signature !== undefined && { selfSignature: signature }),
        ...(gender !== undefined && { gender: genderName(gender) }),
        ...(allow !== undefined && { allowType: allowName(allow) }),
      })
      return mapProfile(data)
    },
  }
}
