import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

/** Packs these files as a zip. */
export async function zip(
  files: { [name: string]: Uint8Array | string },
  options: { compress?: boolean } = {},
): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) {
    file.addBuffer(Buffer.from(content), name, { compress: options.compress ?? true });
  }
  file.end();
  return buffer(file.outputStream);
}
