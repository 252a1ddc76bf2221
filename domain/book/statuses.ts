/** The names of GraphQL's `BookStatus`. */
export const BOOK_STATUSES = ['UPCOMING', 'UNCONFIRMED', 'ON_SALE', 'CANCELLED'] as const;

export type BookStatus = (typeof BOOK_STATUSES)[number];

/** The statuses of upcoming books: announced and not on sale. */
export const UPCOMING_STATUSES = [
  'UPCOMING',
  'UNCONFIRMED',
] as const satisfies readonly BookStatus[];

export function isUpcoming(status: BookStatus): boolean {
  return UPCOMING_STATUSES.some((one) => one === status);
}
