import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine } from '../compose/oneLine.ts';
import type { Letterhead } from '../config.ts';
import type { Notice } from './notice.ts';
import { renderNoticeHtml } from './renderNoticeHtml.ts';
import { renderNoticeText } from './renderNoticeText.ts';
import { writeNotice } from './writeNotice.ts';

export interface NoticeToCompose {
  letterhead: Letterhead;
  mailKey: string;
  to: string;
  notice: Notice;
  date: Date;
}

/** Composes the whole RFC 5322 message: a Japanese subject, and the notice as text and as HTML. */
export async function composeNotice(mail: NoticeToCompose): Promise<Uint8Array> {
  const { letterhead, mailKey, to, notice, date } = mail;
  const { subject, parts } = writeNotice(notice);
  const composer = new MailComposer({
    from: { name: oneLine(letterhead.shopName), address: letterhead.from },
    to: { name: '', address: to },
    subject,
    date,
    // SES replaces it with its own.
    messageId: `<${mailKey}@${letterhead.from.split('@')[1]}>`,
    text: renderNoticeText(parts),
    html: renderNoticeHtml(subject, parts),
    newline: '\r\n',
    headers: {
      'Content-Language': 'ja, en',
      // RFC 3834: suppresses out-of-office replies.
      'Auto-Submitted': 'auto-generated',
    },
  });
  return composer.compile().build();
}
