import type { ReleaseChange } from '../reading/releaseChange.ts';
import type { MailKind } from './mailKinds.ts';

/** One thing to be told: an event of the log. */
export interface MailNote {
  seq: number;
  kind: MailKind;
  bookId: string;
  /** What the source said of the date before and after; null for what is no move. */
  change: ReleaseChange | null;
  /** Moves by fewer days than this are not told of, as the book's feed profile has it. */
  tellMovesFromDays: number;
}
