import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsPath } from '../../../local/services/protocol/serveFaults.ts';
import { openExecutions } from '../../../services/ingest/controlling/executions.ts';
import { findDecision, readDecisions } from '../../../services/ingest/controlling/findDecision.ts';
import { root } from '../../../tools/root.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { run } from '../../support/command.ts';
import { eventually } from '../../support/eventually.ts';
import { announcedBook, writeFeed, writeFile } from '../../support/feed.ts';

const ingest = (...parameters: string[]) => run('ingest', ...parameters, '--dir', testStackDir());

async function countEvents(): Promise<string> {
  const answer = await ask<{ latestBookEventCursor: string }>(
    testStack(),
    '{ latestBookEventCursor }',
  );
  return answer.data?.latestBookEventCursor ?? '';
}

describe('shinkan ingest', () => {
  it('shinkan ingest takes the same file again as all unchanged', async () => {
    const file = writeFeed([announcedBook('同じ本'), announcedBook('もう一冊')]);
    const first = await ingest(file);
    expect(first.output).toContain('records 2 = created 2 + changed 0 + unchanged 0');
    const again = await ingest(file);
    expect(again.code).toBe(0);
    expect(again.output).toContain('records 2 = created 0 + changed 0 + unchanged 2');
  });

  it('shinkan ingest prints one line of JSON for programs, with the API’s names', async () => {
    const { code, stdout } = await ingest(writeFeed([announcedBook('機械の読む本')]), '--json');
    expect(code).toBe(0);
    const outcome = JSON.parse(stdout);
    expect(outcome).toMatchObject({ state: 'MERGED', records: 1, created: 1 });
    const run = { id: outcome.run, startedAt: expect.any(String), byteCount: expect.any(Number) };
    expect(JSON.parse((await ingest('runs', '--json')).stdout)).toContainEqual(
      expect.objectContaining(run),
    );
    expect(JSON.parse((await ingest('show', outcome.run, '--json')).stdout)).toMatchObject({
      ...run,
      notes: { unknownColumns: [] },
    });
  });

  it('shinkan ingest prints no JSON but a message on stderr when it rejects', async () => {
    const { code, stdout, stderr } = await ingest('show', 'no-such-run', '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no run no-such-run.');
  });

  it('shinkan ingest rejects writes the rejected rows to a file, and with --quiet prints only its name', async () => {
    const bad = announcedBook('値段のない本', { 本体価格: 'abc' });
    const held = await ingest(writeFeed([announcedBook('よい本'), bad]), '--json');
    const { run: id } = JSON.parse(held.stdout);
    const file = join(mkdtempSync(join(tmpdir(), 'shinkan-rejects-')), 'rejects.csv');
    const loud = await ingest('rejects', id, '--out', file);
    expect(loud.stdout).toContain('line 3');
    const quiet = await ingest('rejects', id, '--out', file, '--quiet');
    expect(quiet.stdout).toMatch(/^1 records in .*\n$/);
    expect(readFileSync(file, 'utf8').split('\n')[1]).toContain('値段のない本');
    await ingest('discard', id);
  });

  it.each([
    ['a file that does not exist', () => '/nowhere/shinkan_20261124_delta_001.csv', 'shinkan'],
    ['a file of another profile', () => writeFeed([announcedBook('別の様式')]), 'trc'],
    [
      'a picture',
      () => writeFile('cover.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])),
      'shinkan',
    ],
    [
      'a profile that does not exist',
      () => writeFeed([announcedBook('様式なし')]),
      'no-such-profile',
    ],
  ])('shinkan ingest rejects %s, says why and changes nothing', async (_, file, profile) => {
    const before = await countEvents();
    const { code, output } = await ingest(file(), '--profile', profile);
    expect(output).toMatch(/\p{Script=Han}/u);
    expect(code, output).toBe(2);
    expect(await countEvents()).toBe(before);
  });

  it('shinkan ingest keeps a rejected row with its line and reason, and merges the others', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => announcedBook(`三十冊の${n + 1}`));
    const file = writeFeed([...rows, announcedBook('値段のおかしい本', { 本体価格: 'abc' })]);
    const { code, output } = await ingest(file);
    expect(code, output).toBe(0);
    expect(output).toContain(
      'records 31 = created 30 + changed 0 + unchanged 0 + held 0 + rejected 1',
    );
  });

  it.each([
    ['an empty file', ''],
    ['a header alone', '更新区分,レコードID,書名,出版社,発売予定日,更新日時\n'],
  ])('shinkan ingest holds %s, says why and changes nothing', async (_, content) => {
    const before = await countEvents();
    const { code, output } = await ingest(writeFile('shinkan_20261124_delta_001.csv', content));
    expect(output).toMatch(/\p{Script=Han}/u);
    expect(code, output).toBe(3);
    expect(await countEvents()).toBe(before);
  });

  it('shinkan ingest holds a file with too many bad rows until somebody approves it', async () => {
    const bad = Array.from({ length: 5 }, (_, n) =>
      announcedBook(`悪い行${n}`, { ISBN: '9784999990000' }),
    );
    const file = writeFeed([announcedBook('よい行'), ...bad]);
    const held = await ingest(file);
    expect(held.code, held.output).toBe(3);
    const run = /ingest approve (\S+)/.exec(held.output)?.[1] ?? '';
    const approved = await ingest('approve', run);
    expect(approved.code, approved.output).toBe(0);
    expect(approved.output).toContain('records 6 = created 1');
  });
});

const faults = (rules: object[]) =>
  fetch(testStack().endpoints.rdsData + faultsPath, {
    method: 'PUT',
    body: JSON.stringify({ faults: rules }),
  });
/** Merges find no database; the workflow retries them for a while. */
const mergesWait = () =>
  faults([{ operation: 'BeginTransaction', fault: 'DatabaseUnavailableException', share: 1 }]);
afterEach(() => faults([]));

describe('Ctrl-C during shinkan ingest', () => {
  it('Ctrl-C during shinkan ingest prints which run continues and how to watch it', async () => {
    await mergesWait();
    const file = writeFeed([announcedBook('待たない本')], 'shinkan_20261124_delta_ctrl.csv');
    const words = ['tools/shinkan.ts', 'ingest', file, '--dir', testStackDir()];
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const { id } = await eventually('the run', async () => {
      const { stdout } = await ingest('runs', '--json');
      const runs: { id: string; fileName: string }[] = JSON.parse(stdout);
      return runs.find(({ fileName }) => fileName.endsWith(basename(file)));
    });
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exited).toEqual([130, null]);
    expect(told).toBe(`\nThe run ${id} goes on. Watch it with: npx shinkan ingest show ${id}\n`);
    await faults([]);
    await eventually('the merge', async () =>
      (await ingest('show', id)).output.includes(`MERGED ${id}`),
    );
  });
});

describe('a decision on the command line', () => {
  it('a decision on the command line is not started beside another, and names whose that is', async () => {
    const held = await ingest(
      writeFeed([announcedBook('決める本'), announcedBook('悪い行', { ISBN: '9784999990000' })]),
    );
    const id = /ingest approve (\S+)/.exec(held.output)?.[1] ?? '';
    await mergesWait();
    const approving = ingest('approve', id);
    const states = new SFNClient({ ...clientSettings, endpoint: testStack().endpoints.states });
    const executions = openExecutions(states, testStack().resources.ingestStateMachine);
    await eventually('the approval to begin', () => findDecision(executions, id));

    for (const word of ['discard', 'approve']) {
      const { code, output } = await ingest(word, id);
      expect(code, output).toBe(2);
      expect(output).toContain(`取り込み「${id}」はすでに承認の処理中です`);
      expect(output).toContain(`is under way already: APPROVE by ${userInfo().username}`);
    }
    await faults([]);
    const approved = await approving;
    expect(approved.code, approved.output).toBe(0);
    const { nextName } = await readDecisions(executions, id);
    expect(nextName).toMatch(/-2$/);
    states.destroy();
  });
});

describe('shinkan sell', () => {
  it.each([
    ['9784000000000', 'no announced book has this ISBN'],
    ['hello', 'not an ISBN of 13 digits'],
  ])('shinkan sell says of %s what is wrong with it, and sells nothing', async (isbn, message) => {
    const { code, output } = await run('sell', isbn, '--dir', testStackDir());
    expect(code).toBe(2);
    expect(output).toContain(message);
  });
});
