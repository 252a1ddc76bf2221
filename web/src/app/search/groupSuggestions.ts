import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import type { SuggestQuery } from '../../generated/documents.ts';
import { contributorAddress, seriesAddress } from '../../lib/catalogueAddress.ts';

export interface Suggestion {
  key: string;
  /** The page that it opens. */
  address: string;
  words: string;
  /** Secondary text: the book's contributors, or the reading of a name. */
  beside?: string | null;
  /** The number of upcoming books. */
  count?: number;
}

export interface SuggestionGroup {
  kind: 'books' | 'contributors' | 'series';
  options: Suggestion[];
}

/** Groups suggestions by kind, books first. Omits empty groups. */
export function groupSuggestions({ suggest }: SuggestQuery): SuggestionGroup[] {
  const groups: SuggestionGroup[] = [
    {
      kind: 'books',
      options: suggest.books.map((book) => ({
        key: book.id,
        address: `/books/${book.id}`,
        words: bookTitle(book),
        beside: book.contributors[0]?.name ?? null,
      })),
    },
    {
      kind: 'contributors',
      options: suggest.contributors.map(({ contributor, upcomingCount }) => ({
        key: contributor.id,
        address: contributorAddress(contributor.id),
        words: contributor.name,
        beside: contributor.reading,
        count: upcomingCount,
      })),
    },
    {
      kind: 'series',
      options: suggest.series.map(({ series, upcomingCount }) => ({
        key: series.id,
        address: seriesAddress(series.id),
        words: series.name,
        beside: series.reading,
        count: upcomingCount,
      })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}
