import {
  type BookCardPartsFragment,
  BooksByReleaseDocument,
  type BooksByReleaseQueryVariables,
} from '../../../generated/documents.ts';
import type { PageOfMore } from '../../../parts/list/MoreButton.tsx';
import { useMore } from '../../../parts/list/useMore.ts';
import { useQuery } from '../../../stage/useQuery.ts';
import type { Stretch } from '../dates/calendarAddress.ts';

interface BooksOfRelease extends PageOfMore {
  books: BookCardPartsFragment[] | undefined;
  failed: boolean;
  /** Whether the shown data is old because an update failed. */
  isStale: boolean;
  retry: () => void;
}

/** The books of one day or period, loaded page by page. */
export function useBooksByRelease({ precision, earliest, latest }: Stretch): BooksOfRelease {
  const variables: BooksByReleaseQueryVariables = { precision, earliest, latest, first: 30 };
  const { data, error, refetch, fetchMore } = useQuery(BooksByReleaseDocument, {
    variables,
    // Books go on sale while readers revisit their day.
    fetchPolicy: 'cache-and-network',
  });
  const shown = data?.booksByRelease;
  const page = useMore(shown?.pageInfo, fetchMore);

  return {
    books: shown?.edges.map((edge) => edge.node),
    failed: error !== undefined && data === undefined,
    isStale: error !== undefined && data !== undefined,
    retry: () => {
      refetch().catch(console.error);
    },
    ...page,
  };
}
