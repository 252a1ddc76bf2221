import { addressesIn } from './addresses.ts';
import { composeEmail } from './composedEmail.ts';
import { type Form, listOf, refuseOthers, required, tagsOf } from './form.ts';
import type { Submission } from './mail.ts';
import { readMessage } from './readMessage.ts';

const RAW =
  /^(Source|Destinations\.member\.\d+|RawMessage\.Data|ConfigurationSetName|Tags\.member\.\d+\.(Name|Value))$/;
const SIMPLE =
  /^(Source|ConfigurationSetName|ReturnPath|Destination\.(To|Cc|Bcc)Addresses\.member\.\d+|ReplyToAddresses\.member\.\d+|Message\.(Subject|Body\.(Text|Html))\.(Data|Charset)|Tags\.member\.\d+\.(Name|Value))$/;

/** Maximum message size of SES v1 in bytes. */
const LARGEST_MESSAGE = 10 * 1024 * 1024;

/** Reads SendRawEmail: a complete MIME message; the call's envelope takes precedence. */
export function readRawEmail(form: Form): Promise<Submission> {
  refuseOthers(form, RAW);
  const to = listOf(form, 'Destinations').flatMap(addressesIn);
  const envelope = {
    source: form.get('Source') || undefined,
    to: to.length > 0 ? to : undefined,
    tags: tagsOf(form),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  };
  const data = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  return readMessage(data, envelope, LARGEST_MESSAGE);
}

/** Reads SendEmail, for which SES composes the message. */
export function readSimpleEmail(form: Form): Submission {
  refuseOthers(form, SIMPLE);
  return composeEmail({
    ...readAddresses(form),
    subject: required(form, 'Message.Subject.Data'),
    html: form.get('Message.Body.Html.Data'),
    text: form.get('Message.Body.Text.Data'),
    tags: tagsOf(form),
  });
}

function readAddresses(form: Form) {
  return {
    from: required(form, 'Source'),
    to: listOf(form, 'Destination.ToAddresses'),
    cc: listOf(form, 'Destination.CcAddresses'),
    bcc: listOf(form, 'Destination.BccAddresses'),
    replyTo: listOf(form, 'ReplyToAddresses'),
    returnPath: form.get('ReturnPath') ?? undefined,
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  };
}
