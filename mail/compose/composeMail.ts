import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letterhead } from '../config.ts';
import type { Language } from '../language.ts';
import type { MailLinks } from '../links/mailLinks.ts';
import { type News, writeLetter } from './letter.ts';
import { oneLine } from './oneLine.ts';
import { renderHtml } from './renderHtml.ts';
import { renderText } from './renderText.ts';

export interface MailToCompose {
  letterhead: Letterhead;
  mailKey: string;
  to: string;
  displayName: string;
  language: Language;
  links: MailLinks;
  news: News[];
  date: Date;
}

/** The whole message, as RFC 5322 has it: Japanese subject, and the letter as text and as HTML. */
export async function composeMail(mail: MailToCompose): Promise<Uint8Array> {
  const { letterhead, mailKey, to, displayName, news, date } = mail;
  const letter = writeLetter(letterhead, displayName, news);
  const composer = new MailComposer({
    from: { name: oneLine(letterhead.shopName), address: letterhead.from },
    to: { name: '', address: to },
    subject: letter.subject,
    date,
    // SES puts its own in place of it.
    messageId: `<${mailKey}@${letterhead.from.split('@')[1]}>`,
    text: renderText(letter),
    html: renderHtml(letter),
    newline: '\r\n',
    headers: {
      'Content-Language': 'ja',
      // RFC 3834: keeps the absence notes of readers away.
      'Auto-Submitted': 'auto-generated',
    },
  });
  return composer.compile().build();
}
