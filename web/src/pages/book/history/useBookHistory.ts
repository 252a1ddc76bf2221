import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import {
  BookHistoryDocument,
  type HistoryEntryPartsFragment,
  type ReleasePartsFragment,
} from '../../../generated/documents.ts';
import type { PageOfMore } from '../../../parts/list/MoreButton.tsx';
import { useMore } from '../../../parts/list/useMore.ts';

export interface BookHistory extends PageOfMore {
  /** Oldest first; undefined until the first have arrived. */
  events: HistoryEntryPartsFragment[] | undefined;
  failed: boolean;
  retry: () => void;
}

/** The fields of a book that its history needs. */
export interface BookWithHistory {
  id: string;
  status: string;
  release: ReleasePartsFragment;
}

/** Returns a book's events. Fetches the newest ones whenever the book changes on the page. */
export function useBookHistory(book: BookWithHistory): BookHistory {
  const { data, error, refetch, fetchMore } = useQuery(BookHistoryDocument, {
    variables: { bookId: book.id, first: 50 },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const shown = data?.bookEvents;
  const page = useMore(shown, fetchMore);

  const { earliest, latest, precision, text } = book.release;
  const state = [book.id, book.status, earliest, latest, precision, text].join();
  const known = useRef(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book's change is what there is to follow.
  useEffect(() => {
    if (known.current === state) return;
    known.current = state;
    if (shown && !shown.hasNextPage) void page.more();
  }, [state]);

  return {
    events: shown?.events,
    failed: error !== undefined && shown === undefined,
    retry: () => {
      refetch().catch(console.error);
    },
    ...page,
  };
}
