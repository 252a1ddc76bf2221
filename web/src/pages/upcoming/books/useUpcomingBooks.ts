import { useMemo, useRef, useState } from 'react';
import { UpcomingBooksDocument, type UpcomingBooksQuery } from '../../../generated/documents.ts';
import type { GrowingList } from '../../../parts/list/GrowingList.ts';
import type { PageOfMore } from '../../../parts/list/MoreButton.tsx';
import { useQuery } from '../../../stage/useQuery.ts';
import { type AskedBooks, firstPage } from './firstPage.ts';

export type UpcomingBook = UpcomingBooksQuery['upcomingBooks']['edges'][number]['node'];

export interface UpcomingBooks extends GrowingList {
  books: UpcomingBook[] | undefined;
  /** Whether what was asked for last could not be had; books of before may be there all the same. */
  failed: boolean;
  retry: () => void;
}

/** What follows the first page comes in larger steps. */
const NEXT = 60;

/** The upcoming books of a filter and an order, growing page by page. */
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
    // Of a list that is left meanwhile nothing is told.
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
