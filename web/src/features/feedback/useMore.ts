import { useState } from 'react';
import type { PageOfMore } from './MoreButton.tsx';

/** Continues a list by what `fetchNext` fetches, and knows how that goes. */
export function useMore(fetchNext: () => Promise<unknown>): Pick<PageOfMore, 'moreState' | 'more'> {
  const [moreState, setMoreState] = useState<PageOfMore['moreState']>('idle');

  async function more(): Promise<void> {
    setMoreState('loading');
    try {
      await fetchNext();
      setMoreState('idle');
    } catch (reason) {
      console.error(reason);
      setMoreState('failed');
    }
  }

  return { moreState, more };
}
