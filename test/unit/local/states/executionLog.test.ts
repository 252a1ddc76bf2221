import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Executions } from '../../../../local/services/states/executions.ts';
import { loadStateMachine } from '../../../../local/services/states/stateMachine.ts';
import { machine, newDir } from './support.ts';

const missing = async () => {
  throw new Error('this test expected no such call');
};
const runners = { invokeLambda: missing, runTask: missing };

test('the file of executions does not grow while the stack runs, and forgets none of them', async () => {
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
