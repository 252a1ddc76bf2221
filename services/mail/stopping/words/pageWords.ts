import type { CatalogueKind } from '../../../../domain/waiting/kinds.ts';
import type { Wish } from '../readWish.ts';

type Action = Exclude<Wish, 'oneClick'>;

/** What happened or may happen; each has its own page. */
export type Outcome =
  | 'askBook'
  | 'askAll'
  | 'stoppedBook'
  | 'stoppedAll'
  | 'resumedBook'
  | 'resumedAll'
  | 'askStanding'
  | 'stoppedStanding'
  | 'resumedStanding'
  | 'tooLate'
  | 'unknownLink'
  | 'unreadable'
  | 'unavailable';

/** The values for the sentences. */
export interface Subjects {
  /** The book's title with its volume; null if the page is not about a book or the book is gone. */
  title: string | null;
  /**
   * The contributor or the series; null if the page is not about one. Its name is null if it is
   * gone.
   */
  standing: { kind: CatalogueKind; name: string | null } | null;
  shopName: string;
  contact: string;
}

/** What ends and what does not. */
export interface Scope {
  stops: string[];
  goesOn: string[];
}

/** A page's texts in one language. */
export interface PageWords {
  outcomes: {
    [outcome in Outcome]: { heading(of: Subjects): string; lines(of: Subjects): string[] };
  };
  buttons: { [action in Action]: (of: Subjects) => string };
  /** What ends and what goes on, on pages that stop something. */
  scopes: { [outcome in Outcome]?: Scope };
  stops: string;
  goesOn: string;
  /** Next to an undo button: how long it works. */
  undoable: string;
  /** The site's name. */
  site: string;
  /** Links to other pages; `settings` is for a member who signs in. */
  links: { book: string; standing(of: Subjects): string; settings: string; upcoming: string };
  help(of: Subjects): string;
}
