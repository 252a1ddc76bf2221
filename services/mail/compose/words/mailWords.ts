import type { ReleaseWords } from '../../../../domain/release/releaseWords.ts';
import type { MailKind } from '../../news/mailKinds.ts';
import type { Move } from '../../news/move.ts';
import type { Reason } from '../../reading/readReasons.ts';

/** What has happened to one book: a move is told by what it means. */
export type Happening = Exclude<MailKind, 'RESCHEDULED'> | Move;

/** How one language tells of books of one kind of news. */
export interface KindWords {
  /** Above these books in a mail that brings others too. */
  heading: string;
  /** The sentences that tell of them, for one book as for several. */
  lead: string;
  /** The subject of a mail about several, and about nothing else. */
  subjectOfMany(count: number): string;
  /** Their part in the subject of a mail that brings others too. */
  share(count: number): string;
}

/** Everything that mails to members say, in one language, but for what a feed or the shop says. */
export interface MailWords {
  release: ReleaseWords;
  /**
   * The subject of a mail about one book. `when` is its release date, `whose` the contributor or the
   * series that the member waits for.
   */
  subjectOfOne: {
    [happening in Happening]: (title: string, when: string, whose: Reason | null) => string;
  };
  subjectOfKinds(count: number, shares: string[]): string;
  kinds: { [kind in MailKind]: KindWords };
  /** Opens a mail that brings more than one kind of news. */
  leadOfKinds: string;
  /** What a move is, above the dates. */
  moves: { [move in Move]: string };
  salutation(displayName: string): string;
  greeting(shopName: string): string;
  people(list: string[]): string;
  price(yen: number): string;
  facts: { contributors: string; publisher: string; price: string; release: string };
  cover(title: string): string;
  buy: string;
  look: string;
  /** Why the member is told of a book; there is a reason at least. */
  because(reasons: Reason[]): string;
  /** What a link is called that ends the one reason and leaves the others. */
  stop: { [kind in Reason['kind']]: (name: string) => string };
  /** On what the member gets mails at all. */
  reason(shopName: string): string;
  /** That mails may be refused, and how; the address follows. */
  refusal: string;
  stopAll: string;
  manage: string;
  sender: { name: string; address: string; contact: string };
}
