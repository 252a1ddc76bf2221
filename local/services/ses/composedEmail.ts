import { AwsError } from '../protocol/awsError.ts';
import { addressesIn } from './addresses.ts';
import type { Attachment, Mail, Submission } from './mail.ts';

/** The parts of a message that SES itself composes. */
export interface Parts {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  /** Additional headers, named as in the call. */
  headers?: { name: string; value: string }[];
  attachments?: Attachment[];
  /** The bounce address if it is not From. */
  returnPath?: string | undefined;
  tags: Mail['tags'];
  configurationSet: string | undefined;
}

/** Composes the message of a SendEmail call or a template. Rejects one without a body. */
export function composeEmail(parts: Parts): Submission {
  const { from, to, cc, bcc, replyTo, subject, html, text, tags, configurationSet } = parts;
  if (html === null && text === null) {
    throw new AwsError('InvalidParameterValue', 'expected a text or an HTML body');
  }
  const senders = addressesIn(from);
  const returnPath = parts.returnPath === undefined ? [] : addressesIn(parts.returnPath);
  const more = (parts.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]);
  return {
    from,
    source: returnPath[0] ?? senders[0] ?? from,
    senders: [...senders, ...returnPath],
    to: [...to, ...cc, ...bcc].flatMap(addressesIn),
    subject,
    html,
    text,
    headers: {
      from,
      to: to.join(', '),
      ...(cc.length > 0 && { cc: cc.join(', ') }),
      ...(replyTo.length > 0 && { 'reply-to': replyTo.join(', ') }),
      subject,
      'mime-version': '1.0',
      ...Object.fromEntries(more),
    },
    tags,
    ...(parts.attachments?.length && { attachments: parts.attachments }),
    configurationSet,
  };
}
