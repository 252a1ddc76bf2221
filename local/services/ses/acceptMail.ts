import { randomBytes, randomUUID } from 'node:crypto';
import { AwsError } from '../protocol/awsError.ts';
import { checkSubmission } from './checkSubmission.ts';
import type { Form } from './form.ts';
import type { Mail } from './mail.ts';
import { readRawEmail } from './readRawEmail.ts';
import { readSimpleEmail } from './readSimpleEmail.ts';

/** Who may send, and by which configuration sets. */
export interface Senders {
  identities: string[];
  configurationSets: string[];
}

/** Makes of a call the mail that SES would deliver, or refuses it as SES would. */
export async function acceptMail(form: Form, senders: Senders): Promise<Mail> {
  const submission = await read(form);
  checkSubmission(submission, senders.identities, senders.configurationSets);
  const { from, to, subject, headers, html, text, tags } = submission;
  const at = new Date().toISOString();
  const messageId = `0106${randomBytes(6).toString('hex')}-${randomUUID()}-000000`;
  // SES sets both, whatever the message brought ("Header fields in Amazon SES").
  const own = { 'message-id': `<${messageId}@ap-northeast-1.amazonses.com>`, date: toDate(at) };
  return { at, messageId, from, to, subject, headers: { ...headers, ...own }, html, text, tags };
}

async function read(form: Form) {
  const action = form.get('Action');
  if (action === 'SendRawEmail') return readRawEmail(form);
  if (action === 'SendEmail') return readSimpleEmail(form);
  throw new AwsError('InvalidAction', `SES ${action} is not emulated on this machine`);
}

function toDate(at: string): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
