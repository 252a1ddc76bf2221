import { useMemo, useRef, useState } from 'react';
import { UpcomingBooksDocument, type UpcomingBooksQuery } from '../../../generated/documents.ts';
import type { GrowingList } from '../../../parts/list/GrowingList.ts';
import type { PageOfMore } from '../../../parts/list/MoreButton.tsx';
import { useQuery } from '../../../stage/useQuery.ts';
import { type AskedBooks, firstPage } from './firstPage.ts';

export type UpcomingBook = UpcomingBooksQuery['upcomingBooks']['edges'][number]['node'];

export interface UpcomingBooks extends GrowingList {
  books: UpcomingBook[] | undefined;
  /** Whether the last query failed; books from an earlier one may still be there. */
  failed: boolean;
  retry: () => void;
}

/** Pages after the first are larger. */
const NEXT = 60;

/** The upcoming books for a filter and order, loaded page by page. */
export function useUpcomingBooks(asked: AskedBooks): UpcomingBooks {
  const { data, previousData, error, refetch, fetchMore } = useQuery(UpcomingBooksDocument, {
    variables: firstPage(asked),
  });
  const key = JSON.stringify(asked);
  const current = useRef(key);
  current.current = key;
  const [moreState, setMoreState] = useState({ key, is: 'idle' as PageOfMore['moreState'] });
  const shown = (data ?? previousData)?.upcomingBooks;
  const edges = shown?.edges;
  const books = useMemo(() => edges?.map((edge) => edge.node), [edges]);

  async function more(count = NEXT) {
    // Ignored if the reader has left this list meanwhile.
    const tell = (is: PageOfMore['moreState']) => {
      if (current.current === key) setMoreState({ key, is });
    };
    tell('loading');
    try {
      await fetchMore({
        variables: { first: count, after: shown?.pageInfo.endCursor ?? null },
      });
      tell('idle');
    } catch (reason) {
      console.error(reason);
      tell('failed');
    }
  }

  return {
    list: key,
    books,
    failed: error !== undefined && data === undefined,
    retry: () => {
      refetch().catch(console.error);
    },
    isStale: data === undefined,
    hasMore: shown?.pageInfo.hasNextPage ?? false,
    moreState: moreState.key === key ? moreState.is : 'idle',
    more,
  };
}
