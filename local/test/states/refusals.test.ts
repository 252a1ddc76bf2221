import { expect, test } from 'vitest';
import type { Resource } from '../../lib/resource.ts';
import { functionArn, invoke, machine, runTask, serve } from './support.ts';

const call = { ...invoke, Parameters: { FunctionName: functionArn, Payload: {} }, End: true };
const map = (rest: object, inner: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } }, ...inner },
  ...rest,
  End: true,
});

test.each<[string, Resource, RegExp]>([
  [
    'JSONata in a state',
    machine({ Send: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } }),
    /Service\.Ingest, state Send: JSONata is not emulated/,
  ],
  [
    'JSONata everywhere',
    machine({ Send: { Type: 'Pass', End: true } }, { QueryLanguage: 'JSONata' }),
    /Service\.Ingest: JSONata/,
  ],
  [
    'a task token',
    machine({ Ask: { ...call, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' } }),
    /state Ask: Resource .*waitForTaskToken/,
  ],
  [
    'an unknown service',
    machine({
      Put: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:putObject', End: true },
    }),
    /state Put: Resource .*putObject/,
  ],
  [
    'a heartbeat',
    machine({ Ask: { ...call, HeartbeatSeconds: 5 } }),
    /state Ask: HeartbeatSeconds/,
  ],
  [
    'an asynchronous invocation',
    machine({
      Ask: { ...call, Parameters: { FunctionName: functionArn, InvocationType: 'Event' } },
    }),
    /state Ask: InvocationType Event/,
  ],
  [
    'a distributed Map',
    machine({
      Each: map({}, { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } }),
    }),
    /state Each: a Map in mode DISTRIBUTED/,
  ],
  [
    'tolerated failures',
    machine({ Each: map({ ToleratedFailureCount: 1 }) }),
    /ToleratedFailureCount/,
  ],
  ['variables', machine({ Keep: { Type: 'Pass', Assign: { a: 1 }, End: true } }), /Keep: Assign/],
  [
    'States.ALL beside another error',
    machine({ Ask: { ...call, Retry: [{ ErrorEquals: ['Busy', 'States.ALL'] }] } }),
    /state Ask: States\.ALL beside other errors in Retry/,
  ],
  [
    'States.ALL before another error',
    machine({
      Ask: {
        ...call,
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'Told' },
          { ErrorEquals: ['Busy'], Next: 'Told' },
        ],
      },
      Told: { Type: 'Succeed' },
    }),
    /state Ask: States\.ALL before other errors in Catch/,
  ],
  [
    'waits that grow shorter',
    machine({ Ask: { ...call, Retry: [{ ErrorEquals: ['Busy'], BackoffRate: 0.5 }] } }),
    /state Ask: BackoffRate 0\.5 in Retry/,
  ],
  [
    'an unknown jitter',
    machine({ Ask: { ...call, Retry: [{ ErrorEquals: ['Busy'], JitterStrategy: 'HALF' }] } }),
    /state Ask: JitterStrategy HALF in Retry/,
  ],
  [
    'a result in the context object',
    machine({ Keep: { Type: 'Pass', ResultPath: '$$.Execution.Note', End: true } }),
    /Keep: ResultPath \$\$\.Execution\.Note/,
  ],
  [
    'the token of a task',
    machine({ Keep: { Type: 'Pass', Parameters: { 'a.$': '$$.Task.Token' }, End: true } }),
    /Keep: \$\$\.Task\.Token/,
  ],
  [
    'an unknown intrinsic function',
    machine({ Keep: { Type: 'Pass', Parameters: { 'a.$': 'States.Guess($)' }, End: true } }),
    /Keep: States\.Guess/,
  ],
  [
    'a function in a path',
    machine({ Keep: { Type: 'Pass', Parameters: { 'a.$': '$.list.length()' }, End: true } }),
    /Keep: a\.\$: the function length\(\) is not emulated/,
  ],
  [
    'an operator of a filter',
    machine({
      Keep: { Type: 'Pass', Parameters: { 'a.$': "$.list[?(@.a =~ 'x')]" }, End: true },
    }),
    /Keep: a\.\$: .*=~/,
  ],
  [
    'a ResultPath that may mean several places',
    machine({ Keep: { Type: 'Pass', ResultPath: '$.list[*]', End: true } }),
    /Ingest.*ResultPath|ResultPath \$\.list\[\*\], no reference path/,
  ],
  [
    'an item reader',
    machine({ Each: map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } }) }),
    /ItemReader/,
  ],
  [
    'an item batcher',
    machine({ Each: map({ ItemBatcher: { MaxItemsPerBatch: 2 } }) }),
    /ItemBatcher/,
  ],
  ['a result writer', machine({ Each: map({ ResultWriter: {} }) }), /ResultWriter/],
  [
    'more than one task',
    machine({ Stage: { ...runTask, Parameters: { TaskDefinition: 'x', Count: 2 }, End: true } }),
    /Stage: parameter Count 2 of ecs:runTask\.sync/,
  ],
  [
    'an unknown parameter of a task',
    machine({
      Stage: {
        ...runTask,
        Parameters: { TaskDefinition: 'x', VolumeConfigurations: [] },
        End: true,
      },
    }),
    /Stage: parameter VolumeConfigurations of ecs:runTask\.sync/,
  ],
  [
    'an unknown override of a container',
    machine({
      Stage: {
        ...runTask,
        Parameters: {
          TaskDefinition: 'x',
          Overrides: { ContainerOverrides: [{ Name: 'main', EnvironmentFiles: [] }] },
        },
        End: true,
      },
    }),
    /Stage: parameter Overrides\.ContainerOverrides\.EnvironmentFiles of ecs/,
  ],
  ['a label of a Map', machine({ Each: map({ Label: 'each' }) }), /Label/],
  ['credentials', machine({ Ask: { ...call, Credentials: { RoleArn: 'x' } } }), /Ask: Credentials/],
  [
    'a heartbeat from the input',
    machine({ Ask: { ...call, HeartbeatSecondsPath: '$.beat' } }),
    /Ask: HeartbeatSecondsPath/,
  ],
  [
    'variables of a catcher',
    machine({
      Ask: { ...call, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End', Assign: { a: 1 } }] },
      End: { Type: 'Succeed' },
    }),
    /Assign/,
  ],
  [
    'a Next that leads nowhere',
    machine({ Keep: { Type: 'Pass', Next: 'Gone' } }),
    /Ingest is not a valid/,
  ],
  [
    'an express state machine',
    {
      ...machine({}),
      properties: { StateMachineType: 'EXPRESS', DefinitionString: '{}' },
    },
    /type EXPRESS is not emulated/,
  ],
])('%s stops the start, by name', async (_, resource, why) => {
  await expect(serve(resource)).rejects.toThrow(why);
});

test('all rejected parts are reported at once', async () => {
  const resource = machine({
    One: { ...call, HeartbeatSeconds: 5, End: undefined, Next: 'Two' },
    Two: { ...call, Credentials: {} },
  });
  await expect(serve(resource)).rejects.toThrow(/One: HeartbeatSeconds.*\n.*Two: Credentials/);
});
