import type { Json } from '../../resource.ts';
import type { State } from './definition.ts';
import { INVOKE_FIELDS } from './supportedFields.ts';

/** What a Task state calls, and what of that call cannot be done here. */
export interface ResourceKind {
  kind: 'function' | 'invoke' | 'runTask' | 'unknown';
  refused: string[];
}

/** Tells what the `Resource` of a Task state asks for. */
export function kindOf(state: State): ResourceKind {
  const resource = String(state.Resource);
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:/.test(resource)) {
    return { kind: 'function', refused: [] };
  }
  const service = resource.replace(/^arn:[^:]+:states:[^:]*:[^:]*:/, '');
  if (service === 'lambda:invoke') return { kind: 'invoke', refused: refusedOfInvoke(state) };
  if (service === 'ecs:runTask.sync') return { kind: 'runTask', refused: [] };
  return { kind: 'unknown', refused: [`Resource ${resource}`] };
}

function refusedOfInvoke({ Parameters }: State): string[] {
  const parameters = (Parameters ?? {}) as { [name: string]: Json }; // the validator wants an object
  const { InvocationType = 'RequestResponse' } = parameters;
  const unknown = Object.keys(parameters)
    .filter((name) => !INVOKE_FIELDS.includes(name.replace(/\.\$$/, '')))
    .map((name) => `parameter ${name} of lambda:invoke`);
  return InvocationType === 'RequestResponse'
    ? unknown
    : [...unknown, `InvocationType ${InvocationType}`];
}
