/** Which books are on the page now, counted, since one may be shown twice. */
export function createShownBooks() {
  const counts = new Map<string, number>();
  return {
    has: (bookId: string): boolean => counts.has(bookId),
    /** Counts a book in; returns what counts it out. */
    show(bookId: string): () => void {
      counts.set(bookId, (counts.get(bookId) ?? 0) + 1);
      return () => {
        const left = (counts.get(bookId) ?? 1) - 1;
        if (left > 0) counts.set(bookId, left);
        else counts.delete(bookId);
      };
    },
  };
}
