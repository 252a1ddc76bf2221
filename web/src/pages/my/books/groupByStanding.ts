import type { WaitedBookPartsFragment } from '../../../generated/documents.ts';

export type Standing = 'comes' | 'onSale' | 'off';

export interface StandingGroup {
  standing: Standing;
  waited: WaitedBookPartsFragment[];
}

/**
 * Groups books into upcoming, on sale, and cancelled or being confirmed; keeps the order within
 * each group.
 */
export function groupByStanding(waited: WaitedBookPartsFragment[]): StandingGroup[] {
  return (['comes', 'onSale', 'off'] as const)
    .map((standing) => ({
      standing,
      waited: waited.filter(({ book }) => standingOf(book.status) === standing),
    }))
    .filter((group) => group.waited.length > 0);
}

function standingOf(status: WaitedBookPartsFragment['book']['status']): Standing {
  if (status === 'UPCOMING') return 'comes';
  return status === 'ON_SALE' ? 'onSale' : 'off';
}
