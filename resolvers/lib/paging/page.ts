import type { PageInfo } from '../../generated/schema.ts';
import { fail } from '../request/fail.ts';
import type { Row } from '../sql/rows.ts';
import { type Place, readCursor, toCursor } from './cursor.ts';

/** The arguments of a list's page. */
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** The requested page. */
export interface Page {
  first: number;
  after: Place | null;
}

/** Returns the page size: 1 to 100, or `otherwise` if not given. Fails with `InvalidArgument`. */
export function pageSize(first: number | null | undefined, otherwise: number): number {
  const size = first ?? otherwise;
  if (size < 1 || size > 100) fail('InvalidArgument', `first: ${size} is not between 1 and 100`);
  return size;
}

/** Reads the page of a list whose cursors start with `digits` digits; twenty items by default. */
export function page(args: PageArgs, digits: number): Page {
  return { first: pageSize(args.first, 20), after: readCursor(args.after, digits) };
}

/** Makes a connection's edges from the items found, one more than the page holds. */
export function toConnection<T>(
  found: { place: Place; node: T }[],
  first: number,
): { edges: { cursor: string; node: T }[]; pageInfo: PageInfo } {
  const edges = found
    .slice(0, first)
    .map((item) => ({ cursor: toCursor(item.place), node: item.node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      endCursor: edges[edges.length - 1]?.cursor ?? null,
    },
  };
}

/**
 * The page's rows of a list ordered by time, given one more than requested, and the cursor after
 * its last row. Each row has its time as `moment` and its id in the column `id`.
 */
export function toPage(
  found: Row[],
  first: number,
  id = 'id',
): { shown: Row[]; endCursor: string | null } {
  const shown = found.slice(0, first);
  const last = shown[shown.length - 1];
  const isLast = last === undefined || found.length <= first;
  return {
    shown,
    endCursor: isLast ? null : toCursor({ order: `${last.moment}`, id: `${last[id]}` }),
  };
}
