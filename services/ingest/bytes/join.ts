/** Concatenates both; copies only if both have bytes. */
export function join(first: Uint8Array, second: Uint8Array): Buffer {
  if (first.length === 0) return Buffer.from(second.buffer, second.byteOffset, second.length);
  return Buffer.concat([first, second]);
}
