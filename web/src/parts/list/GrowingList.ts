import type { PageOfMore } from './MoreButton.tsx';

/** A list that loads more as the reader scrolls. */
export interface GrowingList extends PageOfMore {
  /** Identifies the list; another filter or order is another list. */
  list: string;
  /** The same object as long as the books are the same. */
  books: readonly unknown[] | undefined;
  /** Whether these books still answer the previous filter or order. */
  isStale: boolean;
  /** Loads the next `count` books. */
  more: (count?: number) => void;
}
