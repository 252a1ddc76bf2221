import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** The epoch of KSUID's seconds. */
const KSUID_EPOCH = 1_400_000_000;

/** A ULID: 48 bits of milliseconds and 80 random bits, in 26 characters that sort by time. */
export function createUlid(): string {
  return write((BigInt(Date.now()) << 80n) | toNumber(randomBytes(10)), CROCKFORD, 26);
}

/** A KSUID: 32 bits of seconds and 128 random bits, in 27 characters that sort by time. */
export function createKsuid(): string {
  const seconds = BigInt(Math.floor(Date.now() / 1000) - KSUID_EPOCH);
  return write((seconds << 128n) | toNumber(randomBytes(16)), BASE62, 27);
}

function toNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function write(value: bigint, alphabet: string, length: number): string {
  const base = BigInt(alphabet.length);
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = alphabet[Number(rest % base)] + text;
    rest /= base;
  }
  return text;
}
