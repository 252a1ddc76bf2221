import type { MouseEvent } from 'react';

/** The props of a link whose clicks are reported, including middle clicks into a new tab. */
export const following = (onFollow: () => void) => ({
  onClick: onFollow,
  onAuxClick: ({ button }: MouseEvent) => {
    if (button === 1) onFollow();
  },
});
