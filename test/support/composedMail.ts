import PostalMime, { type Email } from 'postal-mime';
import { composeMail, type MailToCompose } from '../../services/mail/compose/composeMail.ts';
import { mailLinks } from '../../services/mail/links/mailLinks.ts';
import type { MailKind } from '../../services/mail/news/mailKinds.ts';
import type { News } from '../../services/mail/news/newsOf.ts';
import type { MailedBook } from '../../services/mail/reading/readBooks.ts';
import { aMailedBook, theDay } from './mailedBook.ts';

export const letterhead = {
  from: 'shinkan@shop.example',
  shopName: 'はなみずき書店',
  siteUrl: 'https://shinkan.example',
  postalAddress: '東京都千代田区神田神保町0-0-0',
  contact: '03-0000-0000',
};

export const LINK_SECRETS = ['a secret of tests'] as const;

const links = mailLinks(LINK_SECRETS, letterhead.siteUrl, '10001');

/** News of this kind; a move goes from 1 December to the day of the book's release. */
export function newsOfKind(kind: MailKind, more: Partial<MailedBook> = {}): News {
  const book = aMailedBook(more);
  const change = kind === 'RESCHEDULED' ? { from: theDay('2026-12-01'), to: book.release } : null;
  return { kind, book, change };
}

/** A mail as sent to SES, to a member called 花子. */
export function aMail(news: News[], more: Partial<MailToCompose> = {}): Promise<Uint8Array> {
  return composeMail({
    letterhead,
    mailKey: 'a-key',
    to: 'hanako@reader.example',
    displayName: '花子',
    language: 'ja',
    links,
    news,
    reasons: new Map(),
    date: new Date('2026-03-14T00:00:00Z'),
    ...more,
  });
}

/** The mail as parsed by a mail program. */
export async function openMail(
  news: News[],
  more: Partial<MailToCompose> = {},
): Promise<Email & { text: string; html: string; subject: string }> {
  const mail = await PostalMime.parse(await aMail(news, more));
  return { ...mail, text: mail.text ?? '', html: mail.html ?? '', subject: mail.subject ?? '' };
}
