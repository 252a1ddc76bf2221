import { createHmac, timingSafeEqual } from 'node:crypto';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../domain/waiting/kinds.ts';
import type { LinkSecrets } from './linkSecrets.ts';

/** Whose mails a link stops, and which: those about one book, or all when there is none. */
export interface BookTarget {
  memberId: string;
  bookId: string | null;
}

/** Whose mails a link stops: those that come for a contributor or a series. */
export interface StandingTarget {
  memberId: string;
  kind: CatalogueKind;
  /** Of the contributor or the series. */
  targetId: string;
}

/** What a link is about. */
export type LinkTarget = BookTarget | StandingTarget;

// A link may be in use for years, so what is signed names what it is for and in which form.
const PURPOSE = { book: 'shinkan unsubscribe 1', standing: 'shinkan unsubscribe standing 1' };
const SIGNATURE_BYTES = 32;
// Far above any id: a longer text is not ours, and is not worth a digest.
const LONGEST = 600;

/**
 * A link's token, of characters that stand in an address as they are: member, book and signature, or
 * member, kind, contributor or series, and signature.
 */
export function signLink([secret]: LinkSecrets, target: LinkTarget): string {
  const said = sayTarget(target).map(encode).join('.');
  const purpose = 'kind' in target ? PURPOSE.standing : PURPOSE.book;
  return `${said}.${signature(secret, purpose, said).toString('base64url')}`;
}

/** What a token stands for, or null for one that was not signed here. */
export function readLink(secrets: LinkSecrets, token: string): LinkTarget | null {
  if (token.length > LONGEST || !/^[\w-]+\.[\w-]*\.([\w-]+\.)?[\w-]+$/.test(token)) return null;
  const end = token.lastIndexOf('.');
  const [said, signed] = [token.slice(0, end), token.slice(end + 1)];
  const given = Buffer.from(signed, 'base64url');
  // Base64 has several spellings of the same bytes; ours is the only one that is taken.
  if (given.length !== SIGNATURE_BYTES || given.toString('base64url') !== signed) return null;
  const parts = said.split('.').map(decode);
  const purpose = parts.length === 3 ? PURPOSE.standing : PURPOSE.book;
  // Every secret is compared, so that the time does not tell which.
  const believed = secrets.filter((secret) =>
    timingSafeEqual(signature(secret, purpose, said), given),
  );
  return believed.length === 0 ? null : toTarget(parts);
}

function sayTarget(target: LinkTarget): string[] {
  return 'kind' in target
    ? [target.memberId, target.kind, target.targetId]
    : [target.memberId, target.bookId ?? ''];
}

function toTarget([memberId = '', first = '', targetId]: string[]): LinkTarget | null {
  if (targetId === undefined) return { memberId, bookId: first === '' ? null : first };
  const kind = CATALOGUE_KINDS.find((one) => one === first);
  return kind === undefined ? null : { memberId, kind, targetId };
}

function signature(secret: string, purpose: string, said: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${said}`).digest();
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}
