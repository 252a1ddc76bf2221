import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadStateMachine } from '../../services/states/definition/stateMachine.ts';
import { Executions } from '../../services/states/executions/executions.ts';
import { functionArn, invoke, machine, newDir } from './support.ts';

/** Bytes in use after a full garbage collection. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

test('memory for executions stops growing: 5,000 take no more than 2,500', async () => {
  const look = loadStateMachine(
    machine({
      Detect: {
        ...invoke,
        Parameters: { FunctionName: functionArn },
        OutputPath: '$.Payload',
        Next: 'Any?',
      },
      'Any?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.work', BooleanEquals: false, Next: 'Nothing to tell' }],
        Default: 'Nothing to tell',
      },
      'Nothing to tell': { Type: 'Succeed' },
    }),
  );
  const runners = {
    invokeLambda: async () => ({ work: false, at: new Date().toISOString() }),
    runTask: () => Promise.reject(new Error('this test expected no such call')),
  };
  const executions = new Executions(join(newDir(), 'executions.jsonl'), runners, () => {});
  const runMany = async (count: number) => {
    for (let run = 0; run < count; run += 1) {
      const input = JSON.stringify({ note: `${run} `.repeat(500) });
      await executions.start(look, input).run?.ended;
    }
  };
  await runMany(2500);
  const before = heapUsed();
  await runMany(2500);
  const megabytes = (heapUsed() - before) / 1e6;
  expect(megabytes).toBeLessThan(1);
}, 240_000);
