/** The bytes of both, copied only when there are two to put together. */
export function join(first: Uint8Array, second: Uint8Array): Buffer {
  if (first.length === 0) return Buffer.from(second.buffer, second.byteOffset, second.length);
  return Buffer.concat([first, second]);
}
