import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../cli/stopWithMessage.ts';
import { writePreviews } from '../mailPreview/writePreviews.ts';
import { root } from '../root.ts';

// npm run mail:preview -- [--out FOLDER]: what members get, in every kind and language. Needs no stack.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: join(root, '.local', 'mail-preview') } },
  });
  console.log(await writePreviews(resolve(values.out), new Date()));
  return 0;
});
