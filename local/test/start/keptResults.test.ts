import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepResults } from '../../lib/keptResults.ts';
import { Sandbox } from '../../services/appsync/code/sandbox.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

describe('keepResults', () => {
  let directory: TestDirectory;
  let sources: string;
  let results: string;
  beforeEach(() => {
    directory = makeDirectory();
    sources = join(directory.path, 'sources');
    results = join(directory.path, 'results');
    mkdirSync(join(sources, 'deeper'), { recursive: true });
    writeFileSync(join(sources, 'rules.ts'), 'export const rules = ["no throw"];');
    writeFileSync(join(sources, 'deeper', 'words.js'), 'export const words = [];');
  });
  afterEach(() => directory.remove());

  /** Counts how often one start computes for these inputs. */
  function countIn(...inputs: string[]): number {
    let count = 0;
    const keep = keepResults(sources, results);
    for (const input of inputs) {
      const result = keep(input, () => {
        count += 1;
        return { seen: input };
      });
      expect(result).toEqual({ seen: input });
    }
    return count;
  }

  it('a result is computed once for each input', () => {
    expect(countIn('a', 'b', 'a')).toBe(2);
    expect(countIn('a', 'b', 'c')).toBe(1);
  });

  it.each([
    ['a rule', 'rules.ts'],
    ['what a rule uses', 'deeper/words.js'],
    ['a new file', 'more.ts'],
  ])('a result is computed again if %s has changed', (_name, file) => {
    countIn('a');
    writeFileSync(join(sources, file), 'export const rules = ["no throw", "no new"];');
    expect(countIn('a')).toBe(1);
    expect(countIn('a')).toBe(0);
  });

  it('a result is computed again as long as computing fails', () => {
    const keep = keepResults(sources, results);
    const fail = () => keep('a', () => JSON.parse('{'));
    expect(fail).toThrow(SyntaxError);
    expect(fail).toThrow(SyntaxError);
    expect(countIn('a')).toBe(1);
  });

  it('a result is computed again if the machine went down while it was written', () => {
    countIn('a');
    for (const name of readdirSync(results)) writeFileSync(join(results, name), '{"result":{"se');
    expect(countIn('a')).toBe(1);
  });

  it('a result is discarded after a month', () => {
    countIn('a');
    const old = new Date(Date.now() - 31 * 86_400_000);
    for (const name of readdirSync(results)) utimesSync(join(results, name), old, old);
    keepResults(sources, results);
    expect(readdirSync(results)).toEqual([]);
  });

  it('only accepted resolver code is kept, not rejected code', () => {
    const appsync = join(import.meta.dirname, '../../services/appsync');
    const sandbox = new Sandbox(keepResults(appsync, results));
    const handlers = (body: string) =>
      `export const request = () => { ${body} }; export const response = () => 'kept';`;
    for (const start of [1, 2]) {
      expect(() => sandbox.load(handlers('throw 1;'), `refused ${start}`)).toThrow('throw');
      expect(readdirSync(results)).toEqual([]);
    }
    sandbox.load(handlers('return {};'), 'accepted');
    const [file = ''] = readdirSync(results);
    expect(JSON.parse(readFileSync(join(results, file), 'utf8')).result).toMatchObject({
      names: ['request', 'response'],
    });
  });
});
