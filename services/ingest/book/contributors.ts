import type { ContributorRole } from '../../../domain/people/contributorRoles.ts';
import { readRole } from './readRole.ts';

/** A contributor to a book, as stored in `book.contributors`. */
export interface Contributor {
  name: string;
  reading: string | null;
  role: ContributorRole;
  /** The role as the feed words it; null if it states none. */
  roleText: string | null;
  /** Further roles of the same word, as in 編著 or `作・絵`. */
  otherRoles?: ContributorRole[];
  /** ほか: there are more contributors than the one named. */
  hasOthers?: true;
}

/**
 * Parses a statement `氏名 役割`. The last word is the role only if the lexicon has it; otherwise it
 * belongs to the name. Names are never split, because one may contain spaces, commas and two
 * corporate bodies.
 */
export function parseStatement(statement: string): Contributor {
  const text = statement.trim();
  const cut = text.lastIndexOf(' ');
  const word = cut < 0 ? '' : text.slice(cut + 1);
  const reading = word === '' ? null : readRole(word);
  if (reading === null) return { name: text, reading: null, role: 'UNSPECIFIED', roleText: null };
  return contributor(text.slice(0, cut).trim(), null, word, reading);
}

/** Parses `氏名|役割|カナ` for each person; null if a person has no name or more than three parts. */
export function parsePeople(
  cell: string,
  separators: { person: string; part: string },
): Contributor[] | null {
  const people: Contributor[] = [];
  for (const person of cell.split(separators.person)) {
    if (person.trim() === '') continue;
    const [name = '', role = '', kana = '', ...more] = person
      .split(separators.part)
      .map((part) => part.trim());
    if (name === '' || more.length > 0) return null;
    const reading = kana === '' ? null : kana;
    if (role === '') people.push({ name, reading, role: 'UNSPECIFIED', roleText: null });
    else {
      const known = readRole(role) ?? { roles: ['OTHER' as const], hasOthers: false };
      people.push(contributor(name, reading, role, known));
    }
  }
  return people;
}

function contributor(
  name: string,
  reading: string | null,
  roleText: string,
  { roles, hasOthers }: { roles: ContributorRole[]; hasOthers: boolean },
): Contributor {
  const [role = 'OTHER', ...otherRoles] = roles;
  return {
    name,
    reading,
    role,
    roleText,
    ...(otherRoles.length > 0 ? { otherRoles } : {}),
    ...(hasOthers ? { hasOthers } : {}),
  };
}
