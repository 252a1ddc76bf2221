import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';
import type { LinkSecrets } from './linkSecrets.ts';
import { type LinkTarget, signLink } from './linkToken.ts';

/** By which addresses a member stops mails, without signing in. */
export interface MailLinks {
  /** Stops all mails: the page of a click, and the address of a one-click POST (RFC 8058). */
  all: string;
  /** Stops what is told of one book. */
  book(bookId: string): string;
  /** Stops what is told for a contributor or a series. */
  standing(kind: CatalogueKind, targetId: string): string;
}

/** The links for a mail to this member. `siteUrl` has no slash at its end. */
export function mailLinks(secrets: LinkSecrets, siteUrl: string, memberId: string): MailLinks {
  const to = (target: LinkTarget) => `${siteUrl}/mail/unsubscribe/${signLink(secrets, target)}`;
  return {
    all: to({ memberId, bookId: null }),
    book: (bookId) => to({ memberId, bookId }),
    standing: (kind, targetId) => to({ memberId, kind, targetId }),
  };
}
