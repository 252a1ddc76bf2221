import type { Contributor } from '../book/contributors.ts';
import { readRole } from '../book/readRole.ts';
import type { Profile } from '../profile/profile.ts';
import type { Mending, RowResult } from '../row/parseRow.ts';

/**
 * What an operator should know about a file in addition to its rejects, as stored in
 * `ingest_run.notes`.
 */
export interface Notes {
  /** The header line, unchanged; null in a file without one. */
  header: string | null;
  /** Columns of the file that are not in the profile. */
  unknownColumns: string[];
  /** The number of repaired cells, by kind of repair, with the first of each as examples. */
  mendings: { kind: Mending['kind']; count: number; examples: MendedCell[] }[];
  /** Words in the position of a role that are not in the lexicon, the most frequent first. */
  unknownRoles: { word: string; count: number }[];
  /** The encoding that the bytes suggest instead of the declared one, which was used anyway. */
  encodingDoubt: string | null;
}

/** A repaired cell with the line on which its record begins. */
export type MendedCell = Omit<Mending, 'kind'> & { line: number };

const MOST_EXAMPLES = 20;
const MOST_WORDS = 50;
/** Further words are not counted separately: a damaged file has as many as it has rows. */
const MOST_WORDS_COUNTED = 2000;

/** Collects notes while the rows pass; holds a bounded number of them, however long the file is. */
export function takeNotes(profile: Profile) {
  const hasStatements = profile.columns.some(({ kind }) => kind === 'statement');
  const mendings = new Map<Mending['kind'], { count: number; examples: MendedCell[] }>();
  const words = new Map<string, number>();
  return {
    add(line: number, result: RowResult): void {
      if (!('row' in result)) return;
      for (const { kind, ...cell } of result.row.mendings) {
        const noted = mendings.get(kind) ?? { count: 0, examples: [] };
        noted.count += 1;
        if (noted.examples.length < MOST_EXAMPLES) noted.examples.push({ line, ...cell });
        mendings.set(kind, noted);
      }
      for (const contributor of result.row.book.contributors) {
        const word = unknownRoleOf(contributor, hasStatements);
        if (word === null || (words.size >= MOST_WORDS_COUNTED && !words.has(word))) continue;
        words.set(word, (words.get(word) ?? 0) + 1);
      }
    },
    finish(file: Pick<Notes, 'header' | 'unknownColumns' | 'encodingDoubt'>): Notes {
      return {
        ...file,
        mendings: [...mendings].map(([kind, noted]) => ({ kind, ...noted })),
        unknownRoles: [...words]
          .map(([word, count]) => ({ word, count }))
          .toSorted((a, b) => b.count - a.count)
          .slice(0, MOST_WORDS),
      };
    },
  };
}

/**
 * In a statement without a known role, the last word may be a role that is missing from the
 * lexicon.
 */
function unknownRoleOf({ name, roleText }: Contributor, hasStatements: boolean): string | null {
  if (roleText !== null) return readRole(roleText) === null ? roleText : null;
  const cut = name.lastIndexOf(' ');
  return hasStatements && cut > 0 ? name.slice(cut + 1) : null;
}
