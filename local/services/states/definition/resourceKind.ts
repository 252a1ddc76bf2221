import type { Json } from '../../../lib/resource.ts';
import type { State } from './definition.ts';
import { CONTAINER_FIELDS, INVOKE_FIELDS, RUN_TASK_FIELDS } from './supportedFields.ts';

/** What a Task state calls, and which parts of that call are not emulated. */
export interface ResourceKind {
  kind: 'function' | 'invoke' | 'runTask' | 'unknown';
  refused: string[];
}

/** Determines what the `Resource` of a Task state calls. */
export function kindOf(state: State): ResourceKind {
  const resource = String(state.Resource);
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:/.test(resource)) {
    return { kind: 'function', refused: [] };
  }
  const service = resource.replace(/^arn:[^:]+:states:[^:]*:[^:]*:/, '');
  if (service === 'lambda:invoke') return { kind: 'invoke', refused: refusedOfInvoke(state) };
  if (service === 'ecs:runTask.sync') return { kind: 'runTask', refused: refusedOfRunTask(state) };
  return { kind: 'unknown', refused: [`Resource ${resource}`] };
}

function refusedOfInvoke({ Parameters }: State): string[] {
  const parameters = (Parameters ?? {}) as { [name: string]: Json }; // the validator requires an object
  const { InvocationType = 'RequestResponse' } = parameters;
  const unknown = Object.keys(parameters)
    .filter((name) => !INVOKE_FIELDS.includes(name.replace(/\.\$$/, '')))
    .map((name) => `parameter ${name} of lambda:invoke`);
  return InvocationType === 'RequestResponse'
    ? unknown
    : [...unknown, `InvocationType ${InvocationType}`];
}

function refusedOfRunTask({ Parameters }: State): string[] {
  const parameters = objectOf(Parameters);
  const { Overrides, Count = 1 } = parameters;
  const { ContainerOverrides, ...others } = objectOf(Overrides);
  const containers = Array.isArray(ContainerOverrides) ? ContainerOverrides.map(objectOf) : [];
  return [
    ...unknownOf(parameters, RUN_TASK_FIELDS, 'parameter'),
    ...unknownOf(others, ['ContainerOverrides'], 'parameter Overrides.'),
    ...containers.flatMap((container) =>
      unknownOf(container, CONTAINER_FIELDS, 'parameter Overrides.ContainerOverrides.'),
    ),
    ...(Count === 1 ? [] : [`parameter Count ${Count} of ecs:runTask.sync`]),
  ];
}

function unknownOf(value: { [name: string]: Json }, known: string[], where: string): string[] {
  const before = where.endsWith('.') ? where : `${where} `;
  return Object.keys(value)
    .filter((name) => !known.includes(name.replace(/\.\$$/, '')))
    .map((name) => `${before}${name} of ecs:runTask.sync`);
}

function objectOf(value: Json | undefined): { [name: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}
