import type { Contributor } from './contributors.ts';
import { type NameEntry, toNameEntry } from './nameEntry.ts';

/** The range of `book_contributor.place`. */
const MOST_PEOPLE = 32_767;

/** A contributor at one place of a book, with their roles. */
export type Person = [...NameEntry, roles: Contributor['role'][]];

/**
 * Lists a book's contributors in order, as the merge links them; null in place of an invisible
 * name.
 */
export function listPeople(contributors: Contributor[]): (Person | null)[] {
  return contributors
    .slice(0, MOST_PEOPLE)
    .map(({ name, reading, role, otherRoles = [] }): Person | null => {
      const entry = toNameEntry('c', name, reading);
      return entry && [...entry, [role, ...otherRoles]];
    });
}
