import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import {
  createShinkanClient,
  type IngestOperation,
  operateIngest,
} from '../../../client/src/index.ts';
import { signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { announcedBook, writeFeed } from '../../support/feed.ts';

async function anOperator(): Promise<IngestOperation> {
  const { graphql: endpoint, operator } = testStack();
  const token = await signIn(testStack(), operator.login, operator.password);
  return operateIngest(createShinkanClient({ endpoint, accessToken: () => token }).request);
}

it('an operator uploads a file with the client, reads every reject, and decides', async () => {
  const ingest = await anOperator();
  // More than one page of rejects.
  const bad = Array.from({ length: 103 }, (_, n) =>
    announcedBook(`値のない本${n}`, { 本体価格: 'abc' }),
  );
  const file = writeFeed([announcedBook('よい本'), ...bad]);
  const key = await ingest.upload(basename(file), await openAsBlob(file));
  const { id } = await ingest.start({ profile: 'shinkan', key });
  const run = await eventually('the run to be held', async () => {
    const found = await ingest.run(id);
    return found?.state === 'HELD' && found.preview ? found : null;
  });
  expect(run).toMatchObject({ rejected: 103, preview: { created: 1 } });

  const lines: number[] = [];
  for await (const { line } of ingest.everyReject(id)) lines.push(line);
  expect(lines).toEqual(bad.map((_, n) => n + 3));

  expect((await ingest.discard(id)).decision).toMatchObject({ kind: 'DISCARD' });
  await eventually('the run to go', async () => (await ingest.run(id))?.state === 'DISCARDED');
  await expect(ingest.approve(id)).rejects.toMatchObject({ errorType: 'IngestRunNotHeld' });
  expect((await ingest.runs({ first: 100 })).runs.map((each) => each.id)).toContain(id);
  expect(await ingest.run('none')).toBeNull();
});
