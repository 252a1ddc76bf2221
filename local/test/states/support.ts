import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  type StartExecutionInput,
} from '@aws-sdk/client-sfn';
import type { Json, Resource } from '../../lib/resource.ts';
import { type States, type StatesOptions, startStates } from '../../services/states/startStates.ts';

export const arn = 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Ingest';
export const functionArn = 'arn:aws:lambda:ap-northeast-1:000000000000:function:Merge';

export const invoke = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
export const runTask = { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask.sync' };

/** A state machine of the template with these states, starting with the first. */
export function machine(states: Record<string, object>, rest: Record<string, Json> = {}): Resource {
  const definition = { StartAt: Object.keys(states)[0], States: states, ...rest };
  return {
    stack: 'Service',
    logicalId: 'Ingest',
    type: 'AWS::StepFunctions::StateMachine',
    properties: { DefinitionString: JSON.stringify(definition) },
    ref: arn,
  };
}

export function newDir(): string {
  return mkdtempSync(join(tmpdir(), 'shinkan-states-'));
}

/**
 * Starts the service with one state machine. Targets must be passed; a missing one fails when
 * called.
 */
export async function serve(resource: Resource, options: Partial<StatesOptions> = {}) {
  const missing = async () => {
    throw new Error('this test expected no such call');
  };
  const states = await startStates({
    resources: [resource],
    port: 0,
    dir: newDir(),
    invokeLambda: missing,
    runTask: missing,
    log: () => {},
    ...options,
  });
  return { states, client: clientOf(states) };
}

export function clientOf({ url }: States): SFNClient {
  return new SFNClient({
    endpoint: url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

/** Runs one execution to its end and returns its DescribeExecution. */
export async function run(
  resource: Resource,
  input: Json,
  options: Partial<StatesOptions> = {},
  start: Partial<StartExecutionInput> = {},
) {
  const { states, client } = await serve(resource, options);
  const command = { stateMachineArn: arn, input: JSON.stringify(input), ...start };
  const { executionArn } = await client.send(new StartExecutionCommand(command));
  await states.idle();
  const described = await client.send(new DescribeExecutionCommand({ executionArn }));
  await states.stop();
  return { ...described, output: described.output && (JSON.parse(described.output) as Json) };
}

/** A failure as the Lambda runner reports it. */
export function failure(errorType: string, errorMessage: string): Error {
  return Object.assign(new Error(errorMessage), { name: errorType });
}
