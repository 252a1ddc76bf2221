import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = globSync('**/*.md', {
  cwd: root,
  exclude: (path) => /^(node_modules|cdk\.out|\.local|dist)$/.test(basename(path)),
});

describe('documentation', () => {
  it('documentation is found in every folder', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.ja.md', 'services/README.md']));
  });

  it('ADRs stay under 700 words', () => {
    const long = documents
      .filter((file) => file.startsWith('docs/adr/'))
      .filter((file) => readFileSync(join(root, file), 'utf8').split(/\s+/).length > 701);
    expect(long).toEqual([]);
  });

  it('docs/bars.md lists the bars that tests name, and no others', () => {
    const listed = readFileSync(join(root, 'docs/bars.md'), 'utf8').matchAll(/^\| (\d\d) /gm);
    const named = globSync('test/**/*.test.ts', { cwd: root }).flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(/['"`]bar (\d\d) /g),
    ]);
    const numbersOf = (found: Iterable<RegExpExecArray>) => [...found].map(([, number]) => number);
    expect(numbersOf(listed)).toEqual([...new Set(numbersOf(named))].toSorted());
  });

  it.each(documents)('%s links to files and headings that exist', (document) => {
    expect(linksIn(document).filter(({ exists }) => !exists)).toEqual([]);
  });
});

/** Links to files of this repository, and whether the file and the heading exist. */
function linksIn(document: string): { target: string; exists: boolean }[] {
  const links = readFileSync(join(root, document), 'utf8').matchAll(/\]\(([^)\s]+)\)/g);
  return [...links]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ target, exists: isThere(document, target) }));
}

function isThere(document: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? join(root, document) : join(root, dirname(document), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

/** Anchors as GitHub derives them from headings. */
function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
