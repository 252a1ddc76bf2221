import { cutText } from '../../lib/cutText.ts';
import { foldName, nameId } from './foldName.ts';

/** As long as `contributor` and `series` keep a name and a reading. */
const MOST_CHARACTERS = 500;

/** A contributor or a series as the merge links it: id, folded name, name, reading where it is given. */
export type NameEntry = [id: string, key: string, name: string, reading: string | null];

/** Null for a name that nobody can see, lest all such were one. */
export function toNameEntry(
  prefix: Parameters<typeof nameId>[0],
  name: string,
  reading: string | null,
): NameEntry | null {
  const key = foldName(name);
  if (key === '') return null;
  return [
    nameId(prefix, key),
    key,
    cutText(name, MOST_CHARACTERS),
    reading === null ? null : cutText(reading, MOST_CHARACTERS),
  ];
}
