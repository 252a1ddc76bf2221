/**
 * True if the member has not stopped the book since the standing subscription `w` began, which does
 * not restore a stopped book. `bookId` is an SQL expression.
 */
export function isNotStopped(bookId: string): string {
  return `not exists (select 1 from consent c where c.member_id = w.member_id
    and c.book_id = ${bookId} and c.withdrawn_at >= w.created_at)`;
}
