import type { Profile } from '../profile.ts';
import { shinkan } from './shinkan.ts';
import { trc } from './trc.ts';

/** Every partner's profile. */
export const profiles: readonly Profile[] = [shinkan, trc];

/** The profile of this name; undefined when there is none. */
export function findProfile(name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name);
}
