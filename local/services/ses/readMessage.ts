import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { AwsError } from '../protocol/awsError.ts';
import { addressesIn, bare } from './addresses.ts';
import type { Attachment, Mail, Submission } from './mail.ts';
import { checkTag } from './tags.ts';

/** The parameters of the call, which take precedence over the message. */
export interface Envelope {
  source: string | undefined;
  /** Undefined: the recipients are those in the headers. */
  to: string[] | undefined;
  tags: Mail['tags'];
  configurationSet: string | undefined;
}

// Instructions to SES, which removes them from the mail.
const CONFIGURATION_SET = 'x-ses-configuration-set';
const MESSAGE_TAGS = 'x-ses-message-tags';

/** Reads a complete MIME message of at most `largest` bytes, with the envelope of the call. */
export async function readMessage(
  data: Buffer,
  envelope: Envelope,
  largest: number,
): Promise<Submission> {
  if (data.length > largest) {
    const message = `Message length is more than ${largest} bytes long: '${data.length}'.`;
    throw new AwsError('InvalidParameterValue', message);
  }
  const email = await PostalMime.parse(data);
  const headers = collectHeaders(email);
  const from = bare(email.from && [email.from]);
  const [author] = from;
  if (author === undefined)
    throw new AwsError('InvalidParameterValue', "Missing required header 'From'.");
  const source = envelope.source === undefined ? [] : addressesIn(envelope.source);
  const attachments = email.attachments.map(describe);
  return {
    from: String(headers.from),
    source: source[0] ?? author,
    senders: [...from, ...source],
    to: envelope.to ?? [email.to, email.cc, email.bcc].flatMap(bare),
    subject: email.subject ?? '',
    html: email.html ?? null,
    text: email.text ?? null,
    headers: takeDirections(headers),
    tags: { ...tagsInHeader(headers[MESSAGE_TAGS]), ...envelope.tags },
    ...(attachments.length > 0 && { attachments }),
    configurationSet:
      envelope.configurationSet ?? (headers[CONFIGURATION_SET] as string | undefined),
  };
}

function describe({ filename, mimeType, content }: Email['attachments'][number]): Attachment {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  return { name: filename ?? '', type: mimeType, size };
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
