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
 * The whole message, as RFC 5322 has it: the letter as text and as HTML, in the member's language.
 * Throws for an address that could not stand in a header as the one recipient.
 */
export async function composeMail(mail: MailToCompose): Promise<Uint8Array> {
  const { letterhead, mailKey, to, date, language, links } = mail;
  if (!isAddress(to)) throw new Error('The recipient is no address of mail');
  const letter = writeLetter(mail);
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
      'Content-Language': language,
      // RFC 3834: keeps the absence notes of readers away.
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: one address, to which a reader's mail program posts.
      'List-Unsubscribe': { prepared: true, value: `<${links.all}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
  return composer.compile().build();
}
