import { hash } from 'node:crypto';
import { foldForMatching } from './foldForMatching.ts';

/** The input of a book's id. */
export interface IdParts {
  profile: string;
  /** The partner's own id of the record; null if the feed has none. */
  recordId: string | null;
  isbn: string | null;
  title: string;
  subtitle: string | null;
  edition: string | null;
  publisher: string | null;
  volume: string | null;
  /** Whether the row says that its ISBN covers a set of volumes. */
  isSet: boolean;
}

/** The ids under which a row may be found in the book table. */
export interface BookIds {
  /** Identifies the record within its feed. */
  recordKey: string;
  /** The id of a book that is the only one with its ISBN. */
  bookId: string;
  /** The id of one of several volumes with the same ISBN; equals `bookId` if that is impossible. */
  volumeId: string;
}

/**
 * Derives a book's ids from its own row only, so that neither the order of rows nor other rows
 * affect them: `isbn-…`, `isbn-…-` and a digest of title and volume, or the feed's name and its
 * record id or a digest of five fields. ASCII, at most 120 characters, URL-safe.
 */
export function deriveBookIds(parts: IdParts): BookIds {
  const recordKey = parts.recordId ?? rowKey(parts);
  if (parts.isbn === null) {
    const id =
      parts.recordId === null ? digestId(parts) : recordIdId(parts.profile, parts.recordId);
    return { recordKey, bookId: id, volumeId: id };
  }
  const plain = `isbn-${parts.isbn}`;
  const volumeId = `${plain}-${digest([parts.title, parts.volume]).slice(0, 10)}`;
  return { recordKey, bookId: parts.isSet ? volumeId : plain, volumeId };
}

function rowKey(parts: IdParts): string {
  if (parts.isbn === null) return `row:${fiveFields(parts)}`;
  return `isbn:${parts.isbn}:${digest([parts.title, parts.volume]).slice(0, 20)}`;
}

function recordIdId(profile: string, recordId: string): string {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(recordId)) return `${profile}-${recordId}`;
  // A tilde, which no plain id has after the feed's name, keeps the two kinds apart.
  return `${profile}~${hash('sha256', recordId, 'hex').slice(0, 20)}`;
}

function digestId(parts: IdParts): string {
  return `${parts.profile}-${fiveFields(parts)}`;
}

function fiveFields(parts: IdParts): string {
  const { title, subtitle, edition, publisher, volume } = parts;
  return digest([title, subtitle, edition, publisher, volume]).slice(0, 20);
}

function digest(fields: (string | null)[]): string {
  const folded = fields.map((field) => (field === null ? null : foldForMatching(field)));
  return hash('sha256', JSON.stringify(folded), 'hex');
}
