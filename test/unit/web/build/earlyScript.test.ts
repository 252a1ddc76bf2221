import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { earlyFile } from '../../../../web/build/earlyScript.ts';

/** A build of files by name, each with the names of its imports. */
function build(files: { [name: string]: string[] }): Rolldown.OutputBundle {
  const chunks = Object.entries(files).map(([name, imports]) => {
    return [`${name}.js`, { type: 'chunk', name, fileName: `${name}.js`, imports }];
  });
  // Only the fields that are read.
  return Object.fromEntries(chunks) as never;
}

it('earlyFile finds an early script that shares no file', () => {
  const bundle = build({ app: ['beginning.js'], early: ['beginning.js'], beginning: [] });
  expect(earlyFile(bundle)).toBe('/early.js');
});

it.each(['app', 'react'])('an early script that waits for %s fails the build', (late) => {
  const bundle = build({ early: ['beginning.js'], beginning: [`${late}.js`], [late]: [] });
  expect(() => earlyFile(bundle)).toThrow(`expected it to import nothing of ${late}.js`);
});
