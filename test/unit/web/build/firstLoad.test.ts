import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { weighFirstLoad } from '../../../../web/build/weighFirstLoad.ts';

type Chunk = Partial<Rolldown.OutputChunk> & { fileName: string };

/** A build with these chunks, which import nothing by default. */
function build(...chunks: Chunk[]): Rolldown.OutputBundle {
  const whole = chunks.map((chunk) => ({
    type: 'chunk',
    name: chunk.fileName,
    isEntry: false,
    imports: [],
    dynamicImports: [],
    moduleIds: [],
    code: '',
    ...chunk,
  }));
  // Only the fields that are read.
  return Object.fromEntries(whole.map((chunk) => [chunk.fileName, chunk])) as never;
}

const index = { fileName: 'index', isEntry: true };
const names = (bundle: Rolldown.OutputBundle) =>
  weighFirstLoad(bundle).chunks.map(({ fileName }) => fileName);

it('weighFirstLoad counts the page’s script, the early one, and all that they import', () => {
  const early = { fileName: 'early', isEntry: true };
  const bundle = build(
    { ...index, imports: ['react'], dynamicImports: ['book'] },
    early,
    { fileName: 'react', imports: ['runtime'] },
    { fileName: 'runtime' },
    { fileName: 'book' },
    { fileName: 'offline', isEntry: true },
  );
  expect(names(bundle)).toEqual(['index', 'early', 'react', 'runtime']);
});

it('weighFirstLoad counts the messages of one language, the larger one', () => {
  const words = (language: string, code: string) => ({
    fileName: language,
    moduleIds: [`/web/src/lib/messages/${language}.json?first`],
    code,
  });
  expect(names(build(index, words('ja', 'export default 1'), words('en', '1')))).toContain('ja');
  expect(names(build(index, words('ja', '1'), words('en', 'export default 1')))).not.toContain(
    'ja',
  );
});

it('weighFirstLoad counts separately what the page loads after the list', () => {
  const tools = {
    fileName: 'tools',
    moduleIds: ['/web/src/app/start/makeTools.ts'],
    code: 'apollo',
  };
  const alone = weighFirstLoad(build(index, tools));
  const shared = weighFirstLoad(build({ ...index, imports: ['tools'] }, tools));
  expect(alone.laterBytes).toBeGreaterThan(0);
  expect(shared.laterBytes).toBe(0);
  expect(shared.bytes).toBeGreaterThan(alone.bytes);
});
