import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';
import type { LinkSecrets } from './linkSecrets.ts';
import { type LinkTarget, signLink } from './linkToken.ts';

/** The links with which a member stops mails without signing in. */
export interface MailLinks {
  /** Stops all mails: the page for a click, and the target of a one-click POST (RFC 8058). */
  all: string;
  /** Stops mails about one book. */
  book(bookId: string): string;
  /** Stops mails that come because of a contributor or a series. */
  standing(kind: CatalogueKind, targetId: string): string;
}

/** Returns the links for a mail to this member. `siteUrl` has no trailing slash. */
export function mailLinks(secrets: LinkSecrets, siteUrl: string, memberId: string): MailLinks {
  const to = (target: LinkTarget) => `${siteUrl}/mail/unsubscribe/${signLink(secrets, target)}`;
  return {
    all: to({ memberId, bookId: null }),
    book: (bookId) => to({ memberId, bookId }),
    standing: (kind, targetId) => to({ memberId, kind, targetId }),
  };
}
