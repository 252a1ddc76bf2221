import type { ReleaseWords } from '../../../../domain/release/releaseWords.ts';
import type { MailKind } from '../../news/mailKinds.ts';
import type { Move } from '../../news/move.ts';
import type { Reason } from '../../reading/readReasons.ts';

/** What happened to one book; a move is described by its meaning. */
export type Happening = Exclude<MailKind, 'RESCHEDULED'> | Move;

/** The texts of one kind of news in one language. */
export interface KindWords {
  /** Heading above these books in a mail with several kinds of news. */
  heading: string;
  /** Introductory sentences, for one book and for several alike. */
  lead: string;
  /** The subject of a mail about several books of this kind only. */
  subjectOfMany(count: number): string;
  /** Their part of the subject in a mail with several kinds of news. */
  share(count: number): string;
}

/** All texts of mails to members in one language, except what comes from a feed or the shop. */
export interface MailWords {
  release: ReleaseWords;
  /**
   * The subject of a mail about one book. `when` is its release date, `whose` the contributor or
   * the series that the member follows.
   */
  subjectOfOne: {
    [happening in Happening]: (title: string, when: string, whose: Reason | null) => string;
  };
  subjectOfKinds(count: number, shares: string[]): string;
  kinds: { [kind in MailKind]: KindWords };
  /** Opens a mail with more than one kind of news. */
  leadOfKinds: string;
  /** What a move means, above the dates. */
  moves: { [move in Move]: string };
  salutation(displayName: string): string;
  greeting(shopName: string): string;
  people(list: string[]): string;
  price(yen: number): string;
  facts: { contributors: string; publisher: string; price: string; release: string };
  cover(title: string): string;
  buy: string;
  look: string;
  /** Why the member is told of a book; `reasons` is never empty. */
  because(reasons: Reason[]): string;
  /** The label of a link that ends this reason and keeps the others. */
  stop: { [kind in Reason['kind']]: (name: string) => string };
  /** Why the member gets mails at all. */
  reason(shopName: string): string;
  /** That and how mails can be refused; the address follows. */
  refusal: string;
  stopAll: string;
  manage: string;
  sender: { name: string; address: string; contact: string };
}
