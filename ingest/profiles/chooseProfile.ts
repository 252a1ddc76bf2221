import type { Profile } from '../profile.ts';
import { RefusedFile } from '../refusedFile.ts';
import { findProfile, profiles } from './findProfile.ts';

/** The profile of this name; throws `RefusedFile` when there is none. */
export function chooseProfile(name: string): Profile {
  const profile = findProfile(name);
  if (profile) return profile;
  const known = profiles.map((each) => each.name).join(', ');
  throw new RefusedFile(
    'unknown-profile',
    `プロファイル「${name}」はありません。使えるもの: ${known}`,
    `There is no profile ${name}; expected one of ${known}.`,
  );
}
