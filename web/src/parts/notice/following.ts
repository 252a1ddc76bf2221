import type { MouseEvent } from 'react';

/** What a link takes that counts as followed: by a press, and by the middle button into a new tab. */
export const following = (onFollow: () => void) => ({
  onClick: onFollow,
  onAuxClick: ({ button }: MouseEvent) => {
    if (button === 1) onFollow();
  },
});
