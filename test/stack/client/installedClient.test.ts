import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../tools/root.ts';
import { testStack } from '../../../tools/testing/testStack.ts';

let project: string;

/** Another team's project: its own folder, with the packed client installed. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'shinkan-consumer-'));
  execute(process.execPath, ['build.ts'], join(root, 'client'));
  const packed = execute(
    'npm',
    ['pack', '--json', '--pack-destination', project],
    join(root, 'client'),
  );
  const [{ filename }] = JSON.parse(packed);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  const installed = join(project, 'node_modules', '@shinkan', 'client');
  mkdirSync(installed, { recursive: true });
  execute(
    'tar',
    ['-xzf', join(project, filename), '-C', installed, '--strip-components=1'],
    project,
  );
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the installed client of another team', () => {
  it('the installed client lists upcoming books and reads the log, with types that a strict project accepts', () => {
    writeFileSync(
      join(project, 'list.ts'),
      `import { createShinkanClient } from '@shinkan/client';

const [endpoint = '', apiKey = ''] = process.argv.slice(2);
const client = createShinkanClient({ endpoint, apiKey });
const page = await client.upcomingBooks({ first: 3 });
const titles: string[] = page.edges.map((edge) => edge.node.title);
const events = await client.bookEvents({ first: 2 });
console.log(JSON.stringify({ titles, kinds: events.events.map((event) => event.kind) }));
`,
    );
    const types = spawnSync(
      join(root, 'node_modules/.bin/tsc'),
      [
        '--strict',
        '--noEmit',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        '--types',
        'node',
        '--typeRoots',
        join(root, 'node_modules/@types'),
        'list.ts',
      ],
      { cwd: project, encoding: 'utf8' },
    );
    expect(types.stdout).toBe('');

    const stack = testStack();
    const printed = execute(process.execPath, ['list.ts', stack.graphql, stack.apiKey], project);
    const { titles, kinds } = JSON.parse(printed);
    expect(titles).toHaveLength(3);
    expect(kinds).toEqual(['ANNOUNCED', 'ANNOUNCED']);
  });
});

function execute(program: string, parameters: string[], cwd: string): string {
  const done = spawnSync(program, parameters, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${done.stderr}`);
  return done.stdout;
}
