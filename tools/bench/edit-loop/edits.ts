import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Stack } from '../../stack/stack.ts';
import { ask } from '../../testing/graphql.ts';

/** A change of one file with an externally visible effect. */
export interface Edit {
  name: string;
  /** Relative to the root of the sources. */
  file: string;
  /** The text to replace, and its replacement that contains this mark. */
  replaced: string;
  by(mark: string): string;
  /** Resolves once the mark is visible. */
  seen(mark: string, look: { stack: Stack; page: Page }): Promise<unknown>;
}

export const EDITS: Edit[] = [
  {
    name: 'component',
    file: 'web/src/parts/page/NotFoundPage.tsx',
    replaced: '<div className="message">',
    by: (mark) => `<div className="message" data-mark="${mark}">`,
    seen: (mark, { page }) => page.waitForSelector(`[data-mark="${mark}"]`),
  },
  {
    name: 'resolver',
    file: 'resolvers/Query.latestBookEventCursor.ts',
    replaced: 'return `',
    by: (mark) => `return \`${mark}`,
    seen: (mark, { stack }) =>
      until(async () => {
        const { data } = await ask(stack, '{ latestBookEventCursor }');
        return String(data?.latestBookEventCursor).startsWith(mark);
      }),
  },
  {
    name: 'handler',
    file: 'services/auth/signIn.lambda.ts',
    replaced: '): Promise<Answer> {\n',
    by: (mark) =>
      `): Promise<Answer> {\n  if (event.rawPath === '/auth/mark') return refuse(404, '${mark}', '');\n`,
    seen: (mark, { stack }) =>
      until(async () => (await (await fetch(`${stack.web}/auth/mark`)).text()).includes(mark)),
  },
];

/** Saves the file with the mark in it. */
export function save(
  root: string,
  { file, replaced, by }: Edit,
  mark: string,
  original: string,
): void {
  if (!original.includes(replaced)) throw new Error(`${file}: expected "${replaced}"`);
  writeFileSync(`${root}/${file}`, original.replace(replaced, by(mark)));
}

export function readOriginal(root: string, { file }: Edit): string {
  return readFileSync(`${root}/${file}`, 'utf8');
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
