import type { Contributor } from './contributors.ts';
import { type NameEntry, toNameEntry } from './nameEntry.ts';

/** As `book_contributor.place` counts. */
const MOST_PEOPLE = 32_767;

/** Who is named at one place of a book, and in which roles. */
export type Person = [...NameEntry, roles: Contributor['role'][]];

/**
 * Those who are named on a book, in their order, as the merge links them; null at the place of a name
 * that nobody can see.
 */
export function listPeople(contributors: Contributor[]): (Person | null)[] {
  return contributors
    .slice(0, MOST_PEOPLE)
    .map(({ name, reading, role, otherRoles = [] }): Person | null => {
      const entry = toNameEntry('c', name, reading);
      return entry && [...entry, [role, ...otherRoles]];
    });
}
