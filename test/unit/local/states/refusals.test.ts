import { expect, test } from 'vitest';
import type { Resource } from '../../../../local/resource.ts';
import { functionArn, invoke, machine, serve } from './support.ts';

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
    'the name of the state',
    machine({ Keep: { Type: 'Pass', Parameters: { 'a.$': '$$.State.Name' }, End: true } }),
    /Keep: \$\$\.State\.Name/,
  ],
  [
    'a Map item inside the items',
    machine({
      Each: map(
        {},
        {
          States: {
            Item: { Type: 'Pass', Parameters: { 'a.$': '$$.Map.Item.Value' }, End: true },
          },
        },
      ),
    }),
    /state Each, state Item: \$\$\.Map\.Item\.Value/,
  ],
  [
    'JsonToString, which the engine gets wrong',
    machine({ Keep: { Type: 'Pass', Parameters: { 'a.$': 'States.JsonToString($)' }, End: true } }),
    /Keep: States\.JsonToString/,
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
])('%s stops the start and is named', async (_, resource, why) => {
  await expect(serve(resource)).rejects.toThrow(why);
});

test('everything that is refused is told at once', async () => {
  const resource = machine({
    One: { ...call, HeartbeatSeconds: 5, End: undefined, Next: 'Two' },
    Two: { ...call, Credentials: {} },
  });
  await expect(serve(resource)).rejects.toThrow(/One: HeartbeatSeconds.*\n.*Two: Credentials/);
});
