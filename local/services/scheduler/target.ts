import { randomUUID } from 'node:crypto';
import type { Json, Resource } from '../../resource.ts';

export interface Invokers {
  startExecution: (stateMachineArn: string, input: Json, name?: string) => Promise<unknown>;
  invokeLambda: (functionArn: string, payload: Json) => Promise<unknown>;
}

/** Runs the target of a schedule for the moment that it was due. */
export type Target = (due: Date) => Promise<unknown>;

const UNIVERSAL = /^arn:[^:]+:scheduler:::aws-sdk:sfn:startExecution$/;
const STATE_MACHINE = /^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:/;
const FUNCTION = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:/;

// RetryPolicy has nothing to do here: a start inside this process fails for good or not at all.
const KNOWN = ['Arn', 'Input', 'RoleArn', 'RetryPolicy'];

/** Reads `Target` of AWS::Scheduler::Schedule. One that cannot be run here throws, by name. */
export function readTarget(resource: Resource, invokers: Invokers): Target {
  const owner = `${resource.stack}.${resource.logicalId}`;
  const target = (resource.properties.Target ?? {}) as { [name: string]: Json };
  const unknown = Object.keys(target).find((name) => !KNOWN.includes(name));
  if (unknown) throw new Error(`${owner}: Target.${unknown} is not emulated`);
  const arn = String(target.Arn);
  const inputAt = (due: Date) => fill(String(target.Input ?? '{}'), resource, due);
  if (UNIVERSAL.test(arn)) {
    return async (due) => {
      const { StateMachineArn, Input = '{}', Name } = JSON.parse(inputAt(due)) as StartExecution;
      return invokers.startExecution(StateMachineArn, JSON.parse(Input) as Json, Name);
    };
  }
  if (STATE_MACHINE.test(arn)) {
    return async (due) => invokers.startExecution(arn, JSON.parse(inputAt(due)) as Json);
  }
  if (FUNCTION.test(arn)) {
    return async (due) => invokers.invokeLambda(arn, JSON.parse(inputAt(due)) as Json);
  }
  throw new Error(`${owner}: Target.Arn ${arn} is not emulated`);
}

interface StartExecution {
  StateMachineArn: string;
  Input?: string;
  Name?: string;
}

// "Adding context attributes" in the guide of EventBridge Scheduler.
function fill(input: string, { ref, properties }: Resource, due: Date): string {
  const group = String(properties.GroupName ?? 'default');
  const arn = `arn:aws:scheduler:ap-northeast-1:000000000000:schedule/${group}/${ref}`;
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', due.toISOString().replace(/\.\d+Z$/, 'Z'))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
