import type { Source } from '../books/source.ts';
import type { SearchPlan } from './searchPlan.ts';

/** Every book. */
export const ALL_BOOKS: Source = { from: 'book b', texts: [], values: {}, isWholeList: true };

/** The books that a member has subscribed to: few, so they are read first. */
export function subscribedBooks(me: string, hasWords: boolean): Source {
  return {
    from: `subscription s straight_join book b on b.id = s.book_id and s.member_id = :me${hasWords ? `${TEXT_OF_BOOK}${PLACE_OF_TEXT}` : ''}`,
    texts: [],
    values: { me },
    // Read by the index of the order, as the optimizer prefers.
    isWholeList: !hasWords,
  };
}

const TEXT_OF_BOOK = ' straight_join book_text t on t.book_id = b.id';
const PLACE_OF_TEXT = ' straight_join book_text p on p.number = t.number';
const BOOK_OF_TEXT = ' straight_join book b on b.id = t.book_id';
const SECOND_POSTING =
  ' straight_join book_gram q on q.gram = :second and q.release_rank = p.release_rank and q.number = p.number';
/** Ignores a posting whose text has changed since. */
const TEXT_OF_POSTING =
  ' straight_join book_text t on t.number = p.number and t.release_rank = p.release_rank';

/** The postings `g` of the character `:letter`, whatever follows it. */
export const OF_LETTER = `book_gram g
  where g.gram >= :letter << 24 and g.gram < (:letter + 1) << 24`;

/** The books at positions of the list, which a statement returns as (release_rank, number). */
export function booksAt(places: string, values: Source['values']): Source {
  return {
    from: `(${places}) p${TEXT_OF_POSTING}${BOOK_OF_TEXT}`,
    texts: [],
    values,
    isWholeList: false,
  };
}

/** The books with an ISBN; with their texts if words are searched as well. */
export function booksOfIsbn(hasWords: boolean): Source {
  return {
    from: `book b${hasWords ? `${TEXT_OF_BOOK}${PLACE_OF_TEXT}` : ''}`,
    texts: [],
    values: {},
    isWholeList: false,
  };
}

/**
 * The books that may contain the words, with their texts `t` and their positions `p`, by the plan;
 * null if there are none. Newest first, many postings do not help, because each would be read.
 */
export function foundBooks(plan: SearchPlan, isByRelease: boolean): Source | null {
  if (plan.by === 'nothing') return null;
  if (!plan.few && !isByRelease) {
    return { from: `book b${TEXT_OF_BOOK}`, texts: [], values: {}, isWholeList: true };
  }
  if (plan.by === 'gram') {
    const { gram, and } = plan;
    return {
      from: `book_gram p${and === undefined ? '' : SECOND_POSTING}${TEXT_OF_POSTING}${BOOK_OF_TEXT}`,
      texts: ['p.gram = :gram'],
      values: and === undefined ? { gram } : { gram, second: and },
      isWholeList: false,
    };
  }
  if (plan.few) {
    return booksAt(`select distinct g.release_rank, g.number from ${OF_LETTER}`, {
      letter: plan.letter,
    });
  }
  return {
    from: `book_text p force index (book_text_listed) straight_join book_text t on t.number = p.number${BOOK_OF_TEXT}`,
    texts: ['p.release_rank is not null'],
    values: {},
    isWholeList: false,
  };
}
