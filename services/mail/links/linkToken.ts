import { createHmac, timingSafeEqual } from 'node:crypto';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../domain/waiting/kinds.ts';
import type { LinkSecrets } from './linkSecrets.ts';

/** The member whose mails a link stops, and the book; without a book, all mails. */
export interface BookTarget {
  memberId: string;
  bookId: string | null;
}

/** The member whose mails a link stops, and the contributor or series. */
export interface StandingTarget {
  memberId: string;
  kind: CatalogueKind;
  /** Id of the contributor or the series. */
  targetId: string;
}

/** The subject of a link. */
export type LinkTarget = BookTarget | StandingTarget;

// Links may be used for years, so the signed text names its purpose and format version.
const PURPOSE = { book: 'shinkan unsubscribe 1', standing: 'shinkan unsubscribe standing 1' };
const SIGNATURE_BYTES = 32;
// Far longer than any id; a longer token is not ours and not worth a digest.
const LONGEST = 600;

/**
 * Returns a link's token in URL-safe characters: member, book and signature, or member, kind,
 * contributor or series, and signature.
 */
export function signLink([secret]: LinkSecrets, target: LinkTarget): string {
  const said = sayTarget(target).map(encode).join('.');
  const purpose = 'kind' in target ? PURPOSE.standing : PURPOSE.book;
  return `${said}.${signature(secret, purpose, said).toString('base64url')}`;
}

/** Verifies a token and returns its target; null if it was not signed with one of our secrets. */
export function readLink(secrets: LinkSecrets, token: string): LinkTarget | null {
  if (token.length > LONGEST || !/^[\w-]+\.[\w-]*\.([\w-]+\.)?[\w-]+$/.test(token)) return null;
  const end = token.lastIndexOf('.');
  const [said, signed] = [token.slice(0, end), token.slice(end + 1)];
  const given = Buffer.from(signed, 'base64url');
  // Base64 can spell the same bytes in several ways; accept only the canonical one.
  if (given.length !== SIGNATURE_BYTES || given.toString('base64url') !== signed) return null;
  const parts = said.split('.').map(decode);
  const purpose = parts.length === 3 ? PURPOSE.standing : PURPOSE.book;
  // Compares every secret, so that the timing does not reveal which one matched.
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
