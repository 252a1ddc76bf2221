import { useState } from 'react';
import type { PageOfMore } from './MoreButton.tsx';

/** The end of the loaded part of a list. */
interface End {
  endCursor?: string | null;
  hasNextPage: boolean;
}

export type FetchMore = (next: {
  variables: { after: string | null; first?: number };
}) => Promise<unknown>;

interface More extends PageOfMore {
  more: (count?: number) => Promise<void>;
}

/**
 * Loads more of a list with Apollo's `fetchMore`: `count` entries, or the size of the first page.
 */
export function useMore(end: End | undefined, fetchMore: FetchMore): More {
  const [moreState, setMoreState] = useState<PageOfMore['moreState']>('idle');
  async function more(count?: number): Promise<void> {
    setMoreState('loading');
    const after = end?.endCursor ?? null;
    try {
      await fetchMore({ variables: count === undefined ? { after } : { after, first: count } });
      setMoreState('idle');
    } catch (reason) {
      console.error(reason);
      setMoreState('failed');
    }
  }
  return { hasMore: end?.hasNextPage ?? false, moreState, more };
}
