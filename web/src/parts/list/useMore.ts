import { useState } from 'react';
import type { PageOfMore } from './MoreButton.tsx';

/** Where the part of a list that has been loaded ends. */
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

/** Continues a list by Apollo's `fetchMore`, by `count` entries or as many as the first page has. */
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
