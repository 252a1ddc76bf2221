import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whose mails a link stops: those about one book, or all when there is none. */
export interface LinkTarget {
  memberId: string;
  bookId: string | null;
}

/**
 * The secrets by which links are signed: the first signs, each is believed. So the secret can be
 * changed while links that the old one signed keep working.
 */
export type LinkSecrets = readonly [string, ...string[]];

// A link may be in use for years, so what is signed names what it is for and in which form.
const PURPOSE = 'shinkan unsubscribe 1';
const SIGNATURE_BYTES = 32;
// Far above any id: a longer text is not ours, and is not worth a digest.
const LONGEST = 600;

/** A link's token, of characters that stand in an address as they are: member, book and signature. */
export function signLink([secret]: LinkSecrets, { memberId, bookId }: LinkTarget): string {
  const said = [memberId, bookId ?? ''].map(encode).join('.');
  return `${said}.${signature(secret, said).toString('base64url')}`;
}

/** What a token stands for, or null for one that was not signed here. */
export function readLink(secrets: LinkSecrets, token: string): LinkTarget | null {
  if (token.length > LONGEST || !/^[\w-]+\.[\w-]*\.[\w-]+$/.test(token)) return null;
  const [member = '', book = '', signed = ''] = token.split('.');
  const given = Buffer.from(signed, 'base64url');
  // Base64 has several spellings of the same bytes; ours is the only one that is taken.
  if (given.length !== SIGNATURE_BYTES || given.toString('base64url') !== signed) return null;
  const said = `${member}.${book}`;
  // Every secret is compared, so that the time does not tell which.
  const believed = secrets.filter((secret) => timingSafeEqual(signature(secret, said), given));
  if (believed.length === 0) return null;
  return { memberId: decode(member), bookId: book === '' ? null : decode(book) };
}

function signature(secret: string, said: string): Buffer {
  return createHmac('sha256', secret).update(`${PURPOSE}\n${said}`).digest();
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}
