import { useState } from 'react';
import { useQuery } from '../../api/useQuery.ts';
import {
  type BookCardPartsFragment,
  UpcomingBooksDocument,
  type UpcomingBooksFilter,
} from '../../generated/documents.ts';
import type { PageOfMore } from '../feedback/MoreButton.tsx';
import { firstPage } from './firstPage.ts';

export interface UpcomingBooks extends PageOfMore {
  books: BookCardPartsFragment[] | undefined;
  failed: boolean;
  retry: () => void;
  /** Whether these are the books of the filter before, shown until the new ones arrive. */
  isStale: boolean;
}

/** The upcoming books of a filter, growing page by page. */
export function useUpcomingBooks(filter: UpcomingBooksFilter): UpcomingBooks {
  const { data, previousData, error, refetch, fetchMore } = useQuery(UpcomingBooksDocument, {
    variables: firstPage(filter),
  });
  const [moreState, setMoreState] = useState<PageOfMore['moreState']>('idle');
  const shown = (data ?? previousData)?.upcomingBooks;

  async function more() {
    setMoreState('loading');
    try {
      await fetchMore({ variables: { after: shown?.pageInfo.endCursor ?? null } });
      setMoreState('idle');
    } catch (reason) {
      console.error(reason);
      setMoreState('failed');
    }
  }

  return {
    books: shown?.edges.map((edge) => edge.node),
    failed: error !== undefined && data === undefined,
    retry: () => {
      refetch().catch(console.error);
    },
    isStale: data === undefined,
    hasMore: shown?.pageInfo.hasNextPage ?? false,
    moreState,
    more,
  };
}
