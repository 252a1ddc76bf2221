import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from '../lib/isSameSecret.ts';
import type { Member } from './member.ts';

/** The `__Host-` prefix binds the cookie to this host, https and the root path (RFC 6265bis). */
export const DEVICE_COOKIE = '__Host-device';

const LIFE_SECONDS = 365 * 86_400;
/** How many members can share a browser; the latest to sign in come first. */
const MOST_MARKS = 4;

// A random id, its issue time in seconds since 1970, and the signature.
const MARK = /^([\w-]{22})\.(\d{10})\.([\w-]{43})$/;

/**
 * Browsers in which a member has signed in before ("Slow Down Online Guessing Attacks with Device
 * Cookies", OWASP). The cookie does not authenticate anybody. It holds a mark for each member who
 * has signed in there, signed over the member and the stored password without revealing either, so
 * it expires when the shop's password changes.
 */
export interface KnownDevices {
  /** The id of the device if its cookie has a mark of this member; null otherwise. */
  recognize(cookie: string | undefined, member: Member | null, now: Date): string | null;
  /** A cookie that makes the device known to the member under a new id and keeps other marks. */
  remember(cookie: string | undefined, member: Member, now: Date): string;
}

interface Mark {
  text: string;
  id: string;
  givenAt: string;
  signature: string;
}

/** `secret` signs the marks. Changing it makes all devices unknown. */
export function openKnownDevices(secret: string): KnownDevices {
  const sign = (id: string, givenAt: string, member: Member | null) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([id, givenAt, member?.id ?? null, member?.passwordHash ?? null]))
      .digest('base64url');

  const find = (marks: Mark[], member: Member | null) =>
    marks.find(({ id, givenAt, signature }) => isSameSecret(signature, sign(id, givenAt, member)));

  return {
    recognize: (cookie, member, now) => find(readMarks(cookie, now), member)?.id ?? null,

    remember(cookie, member, now) {
      const marks = readMarks(cookie, now);
      const former = find(marks, member);
      const id = randomBytes(16).toString('base64url');
      const givenAt = String(toSeconds(now)).padStart(10, '0');
      const kept = marks.filter((mark) => mark !== former).map(({ text }) => text);
      const mark = `${id}.${givenAt}.${sign(id, givenAt, member)}`;
      const value = [mark, ...kept].slice(0, MOST_MARKS).join('~');
      return `${DEVICE_COOKIE}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${LIFE_SECONDS}`;
    },
  };
}

/** Returns the well-formed marks that are not too old. A cookie may contain anything. */
function readMarks(cookie = '', now: Date): Mark[] {
  const parts = cookie.split('~', MOST_MARKS).flatMap((text) => {
    const [, id, givenAt, signature] = MARK.exec(text) ?? [];
    return id === undefined || givenAt === undefined || signature === undefined
      ? []
      : [{ text, id, givenAt, signature }];
  });
  return parts.filter(({ givenAt }) => Number(givenAt) + LIFE_SECONDS > toSeconds(now));
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
