import type { WaitedBookPartsFragment } from '../../../generated/documents.ts';

export type Standing = 'comes' | 'onSale' | 'off';

export interface StandingGroup {
  standing: Standing;
  waited: WaitedBookPartsFragment[];
}

/** The books that come, that are on sale, and that may not come, each in the order that they had. */
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
