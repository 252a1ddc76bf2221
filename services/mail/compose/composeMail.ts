import MailComposer from 'nodemailer/lib/mail-composer';
import { isAddress } from '../isAddress.ts';
import { type LetterMaterial, writeLetter } from './letter.ts';
import { oneLine } from './oneLine.ts';
import { renderHtml } from './renderHtml.ts';
import { renderText } from './renderText.ts';

export interface MailToCompose extends LetterMaterial {
  mailKey: string;
  to: string;
  date: Date;
}

/**
 * Composes the whole RFC 5322 message: the letter as text and as HTML, in the member's language.
 * Throws for an address that is not safe as the single recipient in a header.
 */
export async function composeMail(mail: MailToCompose): Promise<Uint8Array> {
  const { letterhead, mailKey, to, date, language, links } = mail;
  if (!isAddress(to)) throw new Error('The recipient is not a mail address');
  const letter = writeLetter(mail);
  const composer = new MailComposer({
    from: { name: oneLine(letterhead.shopName), address: letterhead.from },
    to: { name: '', address: to },
    subject: letter.subject,
    date,
    // SES replaces it with its own.
    messageId: `<${mailKey}@${letterhead.from.split('@')[1]}>`,
    text: renderText(letter),
    html: renderHtml(letter),
    newline: '\r\n',
    headers: {
      'Content-Language': language,
      // RFC 3834: suppresses out-of-office replies.
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: the one address to which a mail program posts.
      'List-Unsubscribe': { prepared: true, value: `<${links.all}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
  return composer.compile().build();
}
