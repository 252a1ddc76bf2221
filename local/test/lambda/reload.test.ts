import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDirectory, type TestDirectory } from '../template/support.ts';
import { runFunction } from './support.ts';

describe('reload of a function', () => {
  let directory: TestDirectory;
  let fn: Awaited<ReturnType<typeof runFunction>>;
  beforeEach(async () => {
    directory = makeDirectory();
    fn = await runFunction(directory.path, answering('old'));
  });
  afterEach(async () => {
    await fn.stop();
    directory.remove();
  });

  const write = (word: string) =>
    writeFileSync(join(directory.path, 'cdk.out', 'asset.code', 'index.mjs'), answering(word));

  it('a reload runs the new code from the next invocation on', async () => {
    expect(await fn.invoke('Fn', {})).toBe('old');
    expect(fn.reload()).toEqual([]);
    write('new');
    expect(fn.reload()).toEqual(['Fn']);
    expect(await fn.invoke('Fn', {})).toBe('new');
  });

  it('a reload lets a running invocation finish with the old code', async () => {
    await fn.invoke('Fn', {});
    const begun = fn.invoke('Fn', { wait: 500 });
    write('new');
    fn.reload();
    expect(await fn.invoke('Fn', {})).toBe('new');
    expect(await begun).toBe('old');
  });
});

function answering(word: string): string {
  return `export const handler = async ({ wait = 0 }) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    return '${word}';
  };`;
}
