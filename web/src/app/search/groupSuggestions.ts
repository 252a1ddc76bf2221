import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import type { SuggestQuery } from '../../generated/documents.ts';
import { contributorAddress, seriesAddress } from '../../lib/catalogueAddress.ts';

export interface Suggestion {
  key: string;
  /** Where it leads. */
  address: string;
  words: string;
  /** Said more softly beside it: who made a book, how a name is read. */
  beside?: string | null;
  /** How many upcoming books there are. */
  count?: number;
}

export interface SuggestionGroup {
  kind: 'books' | 'contributors' | 'series';
  options: Suggestion[];
}

/** What may be meant, by kind: books first; a kind of which there is none is left out. */
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
