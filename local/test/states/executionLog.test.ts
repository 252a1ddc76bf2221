import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadStateMachine } from '../../services/states/definition/stateMachine.ts';
import { Executions, historyOf } from '../../services/states/executions/executions.ts';
import { machine, newDir } from './support.ts';

const missing = async () => {
  throw new Error('this test expected no such call');
};
const runners = { invokeLambda: missing, runTask: missing };

test('the file of executions does not grow while the stack runs, and loses none of them', async () => {
  const file = join(newDir(), 'executions.jsonl');
  const pass = loadStateMachine(machine({ Keep: { Type: 'Pass', End: true } }));
  const wait = loadStateMachine(machine({ Wait: { Type: 'Wait', Seconds: 60, End: true } }));
  const executions = new Executions(file, runners, () => {}, 20);
  const running = executions.start(wait, '{}', 'running');
  for (let run = 1; run <= 33; run += 1)
    await executions.start(pass, '{}', `run-${run}`).run?.ended;
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBe(34);
  expect(executions.list(pass.arn).length).toBe(34);
  running.run?.abort();
  await running.run?.ended;
  const again = new Executions(file, runners, () => {});
  expect(again.list(pass.arn).length).toBe(34);
  expect(again.running()).toEqual([]);
});

test('an end that cannot be written is logged, and affects nothing else', async () => {
  const dir = newDir();
  const lines: string[] = [];
  const pass = loadStateMachine(machine({ Keep: { Type: 'Pass', End: true } }));
  const executions = new Executions(join(dir, 'executions.jsonl'), runners, (line) =>
    lines.push(line),
  );
  const execution = executions.start(pass, '{}', 'lost');
  rmSync(dir, { recursive: true });
  await execution.run?.ended;
  expect(execution.record.status).toBe('SUCCEEDED');
  expect(lines).toEqual([
    expect.stringMatching(/execution:Ingest:lost: its end is not kept: .*ENOENT/),
  ]);
});

test('the last 200 executions keep their whole history, older ones their beginning and end', async () => {
  const pass = loadStateMachine(machine({ Keep: { Type: 'Pass', End: true } }));
  const executions = new Executions(join(newDir(), 'executions.jsonl'), runners, () => {});
  const all = Array.from({ length: 201 }, (_, run) => executions.start(pass, `{"run":${run}}`));
  await Promise.all(all.map(({ run }) => run?.ended));
  const types = all.map((execution) => historyOf(execution).map(({ type }) => type));
  expect(types[0]).toEqual(['ExecutionStarted', 'ExecutionSucceeded']);
  expect(types.slice(1).every((events) => events.length === 4)).toBe(true);
});

test('fewer whole histories are kept if they are large', async () => {
  const spin = {
    Type: 'Choice',
    Choices: [{ Variable: '$.spin', BooleanEquals: true, Next: 'Spin' }],
    Default: 'Done',
  };
  const loop = loadStateMachine(machine({ Spin: spin, Done: { Type: 'Succeed' } }));
  const executions = new Executions(join(newDir(), 'executions.jsonl'), runners, () => {});
  const all = Array.from({ length: 5 }, () => executions.start(loop, '{"spin":true}'));
  await Promise.all(all.map(({ run }) => run?.ended));
  const lengths = all.map((execution) => historyOf(execution).length);
  expect(lengths).toEqual([2, 25_000, 25_000, 25_000, 25_000]);
});
