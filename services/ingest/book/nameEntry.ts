import { cutText } from '../../lib/cutText.ts';
import { foldName, nameId } from './foldName.ts';

/** The length of names and readings in `contributor` and `series`. */
const MOST_CHARACTERS = 500;

/**
 * A contributor or series as the merge links it: id, folded name, name, and the reading if stated.
 */
export type NameEntry = [id: string, key: string, name: string, reading: string | null];

/** Null for an invisible name; otherwise all such names would be one. */
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
