import { RefusedFile } from '../refusedFile.ts';

/**
 * A list of books compresses to about a tenth; a hundredfold expansion is an attack or not a list.
 */
const MOST_EXPANSION = 100;
/** Below this size, any expansion is harmless. */
const SMALL_BYTES = 1024 ** 2;

/** Passes unpacked bytes on. Throws `RefusedFile` if they exceed the expansion limit. */
export async function* limitExpansion(
  unpacked: AsyncIterable<Uint8Array>,
  packedBytes: number,
): AsyncGenerator<Uint8Array> {
  const most = Math.max(SMALL_BYTES, packedBytes * MOST_EXPANSION);
  let count = 0;
  for await (const chunk of unpacked) {
    count += chunk.length;
    if (count > most) {
      throw new RefusedFile(
        'expands-too-much',
        `${packedBytes}バイトのファイルが、展開すると${MOST_EXPANSION}倍を超えます。`,
        `The ${packedBytes} bytes unpack to more than ${MOST_EXPANSION} times their size.`,
      );
    }
    yield chunk;
  }
}
