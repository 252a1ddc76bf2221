import { cutText } from '../cutText.ts';
import type { Contributor } from './contributors.ts';
import { foldName, nameId } from './foldName.ts';

/** As `book_contributor.place` counts. */
const MOST_PEOPLE = 32_767;
/** As long as `contributor` keeps a name and a reading. */
const MOST_CHARACTERS = 500;

/** Who is named at one place of a book: id, folded name, name, reading where it is given, roles. */
export type Person = [
  id: string,
  key: string,
  name: string,
  reading: string | null,
  roles: Contributor['role'][],
];

/**
 * Those who are named on a book, in their order, as the merge links them; null at the place of a name
 * that nobody can see, lest all such were one person.
 */
export function listPeople(contributors: Contributor[]): (Person | null)[] {
  return contributors.slice(0, MOST_PEOPLE).map((contributor) => {
    const { name, reading, role, otherRoles = [] } = contributor;
    const key = foldName(name);
    if (key === '') return null;
    return [
      nameId('c', key),
      key,
      cutText(name, MOST_CHARACTERS),
      reading === null ? null : cutText(reading, MOST_CHARACTERS),
      [role, ...otherRoles],
    ];
  });
}
