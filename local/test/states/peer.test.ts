import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { functionArn, machine, run } from './support.ts';

const call = { Type: 'Task', Resource: functionArn };
const each = (states: object) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: Object.keys(states)[0], States: states },
});

/** A function that counts and fails at 3. */
const add = async (input: Json): Promise<Json> => {
  const { n = 0 } = input as { n?: number };
  if (n >= 3) throw Object.assign(new Error(`${n} is too many`), { name: 'TooMany' });
  return { n: n + 1 };
};

test.each<[string, Record<string, object>, Json]>([
  [
    'a loop',
    {
      Add: { ...call, Next: 'Enough?' },
      'Enough?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'Add' }],
        Default: 'Done',
      },
      Done: { Type: 'Succeed' },
    },
    { n: 0 },
  ],
  [
    'results that are selected and placed',
    {
      Add: {
        ...call,
        InputPath: '$.counter',
        ResultSelector: { 'sum.$': '$.n', kept: true },
        ResultPath: '$.results.add',
        OutputPath: '$.results',
        End: true,
      },
    },
    { counter: { n: 1 }, results: { earlier: 1 } },
  ],
  [
    'a Map inside a Parallel state',
    {
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Each',
            States: {
              Each: {
                ...each({ Add: { ...call, End: true } }),
                ItemsPath: '$.list',
                ItemSelector: { 'n.$': '$$.Map.Item.Value' },
                End: true,
              },
            },
          },
          {
            StartAt: 'Join',
            States: {
              Join: {
                Type: 'Pass',
                Parameters: {
                  'text.$': "States.Format('{} of {}', $.list[0], States.ArrayLength($.list))",
                  'parts.$': 'States.ArrayPartition($.list, 2)',
                },
                End: true,
              },
            },
          },
        ],
        End: true,
      },
    },
    { list: [0, 1, 2] },
  ],
  [
    'a failure that is retried and caught',
    {
      Add: {
        ...call,
        Retry: [{ ErrorEquals: ['TooMany'], IntervalSeconds: 0, MaxAttempts: 2 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.why', Next: 'Told' }],
        End: true,
      },
      Told: { Type: 'Pass', Parameters: { 'error.$': '$.why.Error', 'n.$': '$.n' }, End: true },
    },
    { n: 3 },
  ],
])('%s ends as in the peer', async (_, states, input) => {
  const definition = { StartAt: Object.keys(states)[0], States: states } as StateMachineDefinition;
  const names: string[] = [];
  JSON.stringify(states, (name, value) => {
    if (value?.Type === 'Task') names.push(name);
    return value;
  });
  const overrides = {
    taskResourceLocalHandlers: Object.fromEntries(names.map((name) => [name, add])),
  };
  const peer = new StateMachine(definition, { validationOptions: { noValidate: true } });
  const theirs = await peer.run(structuredClone(input), { overrides }).result;
  const ours = await run(machine(states), input, { invokeLambda: (_arn, payload) => add(payload) });
  expect(ours.output).toEqual(theirs);
});
