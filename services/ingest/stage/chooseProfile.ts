import type { Profile } from '../profile/profile.ts';
import { RefusedFile } from '../refusedFile.ts';

/** Returns the profile of this name; throws `RefusedFile` if there is none. */
export function chooseProfile(name: string, profiles: readonly Profile[]): Profile {
  const profile = profiles.find((each) => each.name === name);
  if (profile) return profile;
  const known = profiles.map((each) => each.name).join(', ');
  throw new RefusedFile(
    'unknown-profile',
    `プロファイル「${name}」はありません。使えるもの: ${known}`,
    `Unknown profile ${name}; expected one of ${known}.`,
  );
}
