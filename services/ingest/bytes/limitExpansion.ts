import { RefusedFile } from '../refusedFile.ts';

/** A list of books packs to about a tenth; what grows a hundredfold is an attack or no list. */
const MOST_EXPANSION = 100;
/** Below this, any growth is harmless. */
const SMALL_BYTES = 1024 ** 2;

/** Passes unpacked bytes on. Throws `RefusedFile` when they are more than the packed ones explain. */
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
