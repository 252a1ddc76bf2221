import { UPCOMING_STATUSES } from '../../domain/book/statuses.ts';

/** The statuses of upcoming books as literals, for statements that read an index range for each. */
export const UPCOMING = UPCOMING_STATUSES.map((status) => `'${status}'`);

/** True if the book `b` is upcoming. */
export const IS_UPCOMING = `b.status in (${UPCOMING.join(', ')})`;
