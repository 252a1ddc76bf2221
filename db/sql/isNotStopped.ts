/**
 * Whether the member has not stopped the book since they began the standing subscription `w`, which does not
 * bring a stopped book back. `bookId` is an expression of the statement.
 */
export function isNotStopped(bookId: string): string {
  return `not exists (select 1 from consent c where c.member_id = w.member_id
    and c.book_id = ${bookId} and c.withdrawn_at >= w.created_at)`;
}
