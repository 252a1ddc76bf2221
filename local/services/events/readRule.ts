import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { type Pattern, readPattern } from './readPattern.ts';
import { findBadInput, inputOf } from './targetInput.ts';

export interface EventTargets {
  startExecution: (stateMachineArn: string, input: Json) => Promise<unknown>;
  invokeLambda: (functionArn: string, payload: Json) => Promise<unknown>;
}

export interface Rule {
  name: string;
  fits: Pattern;
  /** Each function sends the event to one target. */
  targets: ((event: Json, to: EventTargets) => Promise<unknown>)[];
}

// RetryPolicy has no effect here: a call inside this process fails for good or not at all.
const TARGET = ['Arn', 'Id', 'RoleArn', 'Input', 'InputPath', 'InputTransformer', 'RetryPolicy'];

/**
 * Reads AWS::Events::Rule; returns null if it is disabled. Throws, naming the setting, for anything
 * not emulated.
 */
export function readRule(resource: Resource): Rule | null {
  const owner = nameOf(resource);
  refuseUnknownProperties(
    resource,
    ['EventPattern', 'EventBusName', 'State', 'Targets'],
    ['Name', 'Description', 'RoleArn', 'Tags'],
  );
  const { EventPattern, EventBusName = 'default', State, Targets } = resource.properties;
  if (!/(^|event-bus\/)default$/.test(String(EventBusName))) {
    throw new NotEmulated(`${owner}: the event bus ${EventBusName} is not emulated`);
  }
  const rule = {
    name: resource.ref,
    fits: readingPatternOf(owner, EventPattern),
    targets: ((Targets ?? []) as { [name: string]: Json }[]).map((target) =>
      readTarget(owner, target),
    ),
  };
  return State === 'DISABLED' ? null : rule;
}

function readingPatternOf(owner: string, pattern: Json | undefined): Pattern {
  try {
    return readPattern(pattern as { [field: string]: Json });
  } catch (error) {
    throw new NotEmulated(`${owner}: EventPattern: ${(error as Error).message}`);
  }
}

function readTarget(owner: string, target: { [name: string]: Json }): Rule['targets'][number] {
  const unknown = Object.keys(target).find((name) => !TARGET.includes(name));
  if (unknown) throw new NotEmulated(`${owner}: a target's ${unknown} is not emulated`);
  const bad = findBadInput(target);
  if (bad) throw new NotEmulated(`${owner}: a target's input is not emulated: ${bad}`);
  const arn = String(target.Arn);
  if (/^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:/.test(arn)) {
    return (event, to) => to.startExecution(arn, inputOf(target, event));
  }
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:/.test(arn)) {
    return (event, to) => to.invokeLambda(arn, inputOf(target, event));
  }
  throw new NotEmulated(`${owner}: a target ${arn} is not emulated`);
}
