import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepEngine } from '../../../tools/stack/keepEngine.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-engine-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

it.each([
  ['', 'mysql', 'mysql'],
  ['mariadb', 'mariadb', 'mariadb'],
  ['mysql', null, 'mysql'],
])('with %j wanted, a stack with the data of %j uses %s', (wanted, kept, used) => {
  vi.stubEnv('SHINKAN_ENGINE', wanted);
  if (kept) mkdirSync(join(dir, kept, 'data'), { recursive: true });
  keepEngine(dir);
  expect(process.env.SHINKAN_ENGINE).toBe(used);
});

it('a stack does not change its engine', () => {
  vi.stubEnv('SHINKAN_ENGINE', 'mysql');
  mkdirSync(join(dir, 'mariadb', 'data'), { recursive: true });
  expect(() => keepEngine(dir)).toThrow(/are in mariadb; expected mysql.*--fresh/);
});
