import { MalformedHash } from './malformedHash.ts';

/**
 * Decodes Base64 (RFC 4648 section 4), padded or not. Throws MalformedHash for anything that a
 * Base64 encoder would not write.
 */
export function readBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const bare = (base64: string) => base64.replace(/={1,2}$/, '');
  if (bare(bytes.toString('base64')) !== bare(text)) throw new MalformedHash('not Base64');
  return bytes;
}
