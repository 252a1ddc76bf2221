import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { cachedFolder, copyFolder } from '../../lib/cachedFolder.ts';
import { caches } from '../../lib/caches.ts';
import { makeDirectory } from '../template/support.ts';

const KIND = `test-${process.pid}`;
const kept = () => readdirSync(caches).filter((name) => name.startsWith(`${KIND}-`));
const fill = (text: string) =>
  vi.fn(async (folder: string) => writeFileSync(join(folder, 'file'), text));

afterEach(() => {
  for (const name of readdirSync(caches)) {
    if (name.startsWith(KIND)) rmSync(join(caches, name), { recursive: true });
  }
});

it('a cached folder is filled once, whoever asks at the same time, and again for another content', async () => {
  const make = fill('one');
  const [first, second] = await Promise.all([
    cachedFolder(KIND, 1, make),
    cachedFolder(KIND, 1, make),
  ]);
  expect(second).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
  expect(readFileSync(join(first, 'file'), 'utf8')).toBe('one');

  const other = await cachedFolder(KIND, 2, fill('two'));
  expect(readFileSync(join(other, 'file'), 'utf8')).toBe('two');
  expect(kept()).toHaveLength(1);
});

it('a cached folder that was not filled to the end is filled again', async () => {
  const interrupted = async (folder: string) => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('interrupted');
  };
  await expect(cachedFolder(KIND, 1, interrupted)).rejects.toThrow('interrupted');
  expect(kept()).toEqual([]);
  const folder = await cachedFolder(KIND, 1, fill('whole'));
  expect(readdirSync(folder)).toEqual(['file']);
});

it('a copy replaces what an interrupted copy left', () => {
  const directory = makeDirectory();
  const [from, to] = [join(directory.path, 'from'), join(directory.path, 'to')];
  for (const folder of [from, `${to}.new`]) mkdirSync(folder);
  writeFileSync(join(from, 'file'), 'whole');
  writeFileSync(join(`${to}.new`, 'half'), '');
  copyFolder(from, to);
  expect(readdirSync(to)).toEqual(['file']);
  expect(existsSync(`${to}.new`)).toBe(false);
  directory.remove();
});
