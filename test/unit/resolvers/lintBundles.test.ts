import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintBundles } from '../../../tools/build/lintBundles.ts';

describe('the linter of the bundles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shinkan-resolvers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('the linter of the bundles finds nothing in our own resolvers', () => {
    expect(lintBundles()).toEqual([]);
  });

  it.each([
    ['a throw', 'throw "no"', 'throw is not available'],
    ['a date', 'return new Date()', 'new is not available'],
    ['a regular expression', 'return /a/', 'Regex'],
    ['a loop', 'while (ctx) {}', 'while'],
    ['a sort by function', 'return [2, 1].sort((a, b) => a - b)', 'sort takes no function'],
    [
      'a method that AppSync lacks',
      'return "a".padStart(2)',
      'String.prototype.padStart is not available',
    ],
    ['a part of Math that AppSync lacks', 'return Math.sin(1)', 'Math.sin is not available'],
    ['a name that AppSync lacks', 'return process.env', "'process' is not defined"],
    ['a big integer', 'return 1n', 'BigInt'],
    ['too much code', `return "${'x'.repeat(33_000)}"`, 'AppSync takes 32768'],
  ])('the linter of the bundles rejects %s', (_, body, complaint) => {
    writeFileSync(join(folder, 'Query.bad.ts'), `export function request(ctx) { ${body} }`);
    const complaints = lintBundles(folder);
    expect(complaints.join('\n')).toMatch(/^Query\.bad\.ts: /);
    expect(complaints.join('\n').toLowerCase()).toContain(complaint.toLowerCase());
  });
});
