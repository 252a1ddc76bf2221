import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { AwsError } from '../protocol/awsError.ts';
import { addressesIn, bare } from './addresses.ts';
import { checkTag, type Form, listOf, refuseOthers, tagsOf } from './form.ts';
import type { Mail, Submission } from './mail.ts';

const KNOWN =
  /^(Action|Version|Source|Destinations\.member\.\d+|RawMessage\.Data|ConfigurationSetName|Tags\.member\.\d+\.(Name|Value))$/;

/** Bytes of a message that SES v1 takes. */
const LARGEST_MESSAGE = 10 * 1024 * 1024;

// Directions to SES, which it follows and takes off the mail.
const CONFIGURATION_SET = 'x-ses-configuration-set';
const MESSAGE_TAGS = 'x-ses-message-tags';

/** Reads SendRawEmail: a whole MIME message, with the envelope of the call where it gives one. */
export async function readRawEmail(form: Form): Promise<Submission> {
  refuseOthers(form, KNOWN);
  const data = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  if (data.length > LARGEST_MESSAGE) {
    const message = `Message length is more than ${LARGEST_MESSAGE} bytes long: '${data.length}'.`;
    throw new AwsError('InvalidParameterValue', message);
  }
  const email = await PostalMime.parse(data);
  const headers = collectHeaders(email);
  const given = listOf(form, 'Destinations').flatMap(addressesIn);
  const from = bare(email.from && [email.from]);
  const source = form.get('Source');
  if (from.length === 0)
    throw new AwsError('InvalidParameterValue', "Missing required header 'From'.");
  return {
    from: String(headers.from),
    senders: [...from, ...(source ? addressesIn(source) : [])],
    to: given.length > 0 ? given : [email.to, email.cc, email.bcc].flatMap(bare),
    subject: email.subject ?? '',
    html: email.html ?? null,
    text: email.text ?? null,
    headers: takeDirections(headers),
    tags: { ...tagsInHeader(headers[MESSAGE_TAGS]), ...tagsOf(form) },
    configurationSet:
      form.get('ConfigurationSetName') ?? (headers[CONFIGURATION_SET] as string | undefined),
  };
}

function collectHeaders({ headers }: Email): Mail['headers'] {
  const collected: Mail['headers'] = {};
  for (const { key, value } of headers) {
    const text = decodeWords(value);
    const earlier = collected[key];
    collected[key] = earlier === undefined ? text : [earlier, text].flat();
  }
  for (const name of ['from', 'subject', 'date', 'message-id', 'sender']) {
    if (!Array.isArray(collected[name])) continue;
    throw new AwsError('InvalidParameterValue', `Duplicate header '${name}'.`);
  }
  return collected;
}

function takeDirections(headers: Mail['headers']): Mail['headers'] {
  const { [CONFIGURATION_SET]: set, [MESSAGE_TAGS]: tags, bcc, ...rest } = headers;
  const other = Object.keys(rest).find((name) => name.startsWith('x-ses-'));
  if (!other) return rest;
  throw new AwsError(
    'InvalidParameterValue',
    `The header ${other} is not emulated on this machine`,
  );
}

// `X-SES-MESSAGE-TAGS: name=value, name=value`
function tagsInHeader(header: string | string[] | undefined): Mail['tags'] {
  const tags: Mail['tags'] = {};
  for (const pair of [header ?? []].flat().flatMap((line) => line.split(','))) {
    const [name = '', value = ''] = pair.split('=', 2).map((part) => part.trim());
    checkTag(name, value);
    tags[name] = value;
  }
  return tags;
}
