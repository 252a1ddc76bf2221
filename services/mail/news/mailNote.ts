import type { ReleaseChange } from '../reading/releaseChange.ts';
import type { MailKind } from './mailKinds.ts';

/** One event of the log, to be mailed. */
export interface MailNote {
  seq: number;
  kind: MailKind;
  bookId: string;
  /** The source's release date before and after; null if the event is not a move. */
  change: ReleaseChange | null;
  /** Moves by fewer days than this are not mailed; set in the book's feed profile. */
  tellMovesFromDays: number;
}
