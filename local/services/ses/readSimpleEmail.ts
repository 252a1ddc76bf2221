import { AwsError } from '../protocol/awsError.ts';
import { addressesIn } from './addresses.ts';
import { type Form, listOf, refuseOthers, tagsOf } from './form.ts';
import type { Submission } from './mail.ts';

const KNOWN =
  /^(Action|Version|Source|ConfigurationSetName|ReturnPath|Destination\.(To|Cc|Bcc)Addresses\.member\.\d+|ReplyToAddresses\.member\.\d+|Message\.(Subject|Body\.(Text|Html))\.(Data|Charset)|Tags\.member\.\d+\.(Name|Value))$/;

/** Reads SendEmail: SES itself composes the message. */
export function readSimpleEmail(form: Form): Submission {
  refuseOthers(form, KNOWN);
  const source = required(form, 'Source');
  const to = listOf(form, 'Destination.ToAddresses');
  const cc = listOf(form, 'Destination.CcAddresses');
  const replyTo = listOf(form, 'ReplyToAddresses');
  const subject = required(form, 'Message.Subject.Data');
  const html = form.get('Message.Body.Html.Data');
  const text = form.get('Message.Body.Text.Data');
  if (html === null && text === null) {
    throw new AwsError('InvalidParameterValue', 'expected Message.Body.Text or Message.Body.Html');
  }
  return {
    from: source,
    senders: addressesIn(source),
    to: [...to, ...cc, ...listOf(form, 'Destination.BccAddresses')].flatMap(addressesIn),
    subject,
    html,
    text,
    headers: {
      from: source,
      to: to.join(', '),
      ...(cc.length > 0 && { cc: cc.join(', ') }),
      ...(replyTo.length > 0 && { 'reply-to': replyTo.join(', ') }),
      subject,
      'mime-version': '1.0',
    },
    tags: tagsOf(form),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  };
}

function required(form: Form, name: string): string {
  const value = form.get(name);
  if (value) return value;
  throw new AwsError('ValidationError', `${name} is missing`);
}
