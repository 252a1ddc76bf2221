import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkProfile, ProfileFaulty } from './profile/checkProfile.ts';
import type { Profile } from './profile/profile.ts';

/**
 * The profiles' folder: beside the program, both in the repository and in the container's image.
 */
const PROFILES_FOLDER = join(import.meta.dirname, 'profiles');

/**
 * Reads and validates every profile in the folder, sorted by name, so that a mistake in one is
 * found before any file is read. Throws `ProfileFaulty`.
 */
export function readProfiles(folder = PROFILES_FOLDER): Profile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => checkProfile(basename(file), parse(join(folder, file))));
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProfileFaulty(`${basename(file)} is not JSON: ${error.message}`);
  }
}
