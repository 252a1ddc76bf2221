import type { CatalogueKind } from '../../../../domain/waiting/kinds.ts';
import type { Wish } from '../readWish.ts';

type Action = Exclude<Wish, 'oneClick'>;

/** What happened, or what may: each is a page of its own. */
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

/** What fills the sentences. */
export interface Subjects {
  /** The book's title with its volume; null on a page that is about no book, or whose book is gone. */
  title: string | null;
  /** The contributor or the series; null on a page that is about none. Its name is null when it is gone. */
  standing: { kind: CatalogueKind; name: string | null } | null;
  shopName: string;
  contact: string;
}

/** What ends and what does not. */
export interface Scope {
  stops: string[];
  goesOn: string[];
}

/** A page's words in one language. */
export interface PageWords {
  outcomes: {
    [outcome in Outcome]: { heading(of: Subjects): string; lines(of: Subjects): string[] };
  };
  buttons: { [action in Action]: (of: Subjects) => string };
  /** What ends by this and what goes on, for the pages that stop something. */
  scopes: { [outcome in Outcome]?: Scope };
  stops: string;
  goesOn: string;
  /** Beside a button that undoes: for how long it does. */
  undoable: string;
  /** What the site calls itself. */
  site: string;
  /** Where to go from here: `settings` is for a member who signs in. */
  links: { book: string; standing(of: Subjects): string; settings: string; upcoming: string };
  help(of: Subjects): string;
}
