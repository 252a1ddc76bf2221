import { useState } from 'react';
import type { PageOfMore } from './MoreButton.tsx';

/** Continues a list by what `fetchNext` fetches, and knows how that goes. */
export function useMore(fetchNext: (count?: number) => Promise<unknown>): {
  moreState: PageOfMore['moreState'];
  more: (count?: number) => Promise<void>;
} {
  const [moreState, setMoreState] = useState<PageOfMore['moreState']>('idle');

  async function more(count?: number): Promise<void> {
    setMoreState('loading');
    try {
      await fetchNext(count);
      setMoreState('idle');
    } catch (reason) {
      console.error(reason);
      setMoreState('failed');
    }
  }

  return { moreState, more };
}
