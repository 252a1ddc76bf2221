/** Counts the books on the page, since one may be shown twice. */
export function createShownBooks() {
  const counts = new Map<string, number>();
  return {
    has: (bookId: string): boolean => counts.has(bookId),
    /** Adds a book; returns a function that removes it. */
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
