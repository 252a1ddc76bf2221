import { arn } from '../../lib/aws.ts';
import type { Json, Resource } from '../../lib/resource.ts';

export interface Invokers {
  startExecution: (stateMachineArn: string, input: Json, name?: string) => Promise<unknown>;
  invokeLambda: (functionArn: string, payload: Json) => Promise<unknown>;
}

/**
 * One attempt at a run: its due time, the id shared by all its attempts, and its number, from 1.
 */
export interface Invocation {
  due: Date;
  id: string;
  attempt: number;
}

/** Runs the target of a schedule once. */
export type Target = (invocation: Invocation) => Promise<unknown>;

const UNIVERSAL = /^arn:[^:]+:scheduler:::aws-sdk:sfn:startExecution$/;
const STATE_MACHINE = /^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:/;
const FUNCTION = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:/;

const KNOWN = ['Arn', 'Input', 'RoleArn', 'RetryPolicy'];

/**
 * Reads `Target` of AWS::Scheduler::Schedule. Throws, naming the setting, for anything not
 * emulated.
 */
export function readTarget(resource: Resource, invokers: Invokers): Target {
  const owner = `${resource.stack}.${resource.logicalId}`;
  const target = (resource.properties.Target ?? {}) as { [name: string]: Json };
  const unknown = Object.keys(target).find((name) => !KNOWN.includes(name));
  if (unknown) throw new Error(`${owner}: Target.${unknown} is not emulated`);
  const named = String(target.Arn);
  const inputOf = (invocation: Invocation) =>
    fill(String(target.Input ?? '{}'), resource, invocation);
  checkInput(owner, inputOf({ due: new Date(0), id: '0', attempt: 1 }));
  if (UNIVERSAL.test(named)) {
    return async (invocation) => {
      const {
        StateMachineArn,
        Input = '{}',
        Name,
      } = JSON.parse(inputOf(invocation)) as StartExecution;
      return invokers.startExecution(StateMachineArn, JSON.parse(Input) as Json, Name);
    };
  }
  if (STATE_MACHINE.test(named)) {
    return async (invocation) =>
      invokers.startExecution(named, JSON.parse(inputOf(invocation)) as Json);
  }
  if (FUNCTION.test(named)) {
    return async (invocation) =>
      invokers.invokeLambda(named, JSON.parse(inputOf(invocation)) as Json);
  }
  throw new Error(`${owner}: Target.Arn ${named} is not emulated`);
}

/** Checked at the start instead of at 6 in the morning. */
function checkInput(owner: string, input: string): void {
  try {
    JSON.parse(input);
  } catch (error) {
    throw new Error(`${owner}: Target.Input is not JSON: ${error}`);
  }
}

interface StartExecution {
  StateMachineArn: string;
  Input?: string;
  Name?: string;
}

// "Adding context attributes" in the EventBridge Scheduler guide.
function fill(input: string, { ref, properties }: Resource, invocation: Invocation): string {
  const { due, id, attempt } = invocation;
  const group = String(properties.GroupName ?? 'default');
  const own = arn('scheduler', `schedule/${group}/${ref}`);
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', own)
    .replaceAll('<aws.scheduler.scheduled-time>', due.toISOString().replace(/\.\d+Z$/, 'Z'))
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempt));
}
