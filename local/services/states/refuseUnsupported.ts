import type { Json } from '../../resource.ts';
import { type Definition, innerDefinitions, type State } from './definition.ts';
import { findContextPaths } from './paths.ts';
import { kindOf } from './resourceKind.ts';
import { COMMON_FIELDS, LONGEST_TIMER, MACHINE_FIELDS, STATE_FIELDS } from './supportedFields.ts';

/** What of a state machine cannot be run here, one sentence each, naming the state. Empty when all of it can. */
export function findUnsupported(definition: Definition, owner: string): string[] {
  const refused = Object.keys(definition)
    .filter((field) => !MACHINE_FIELDS.includes(field))
    .map((field) => `${owner}: ${field} is not emulated`);
  if (isJsonata(definition.QueryLanguage)) refused.push(`${owner}: JSONata is not emulated`);
  const mode = (definition.ProcessorConfig as { Mode?: Json } | undefined)?.Mode ?? 'INLINE';
  if (mode !== 'INLINE') refused.push(`${owner}: a Map in mode ${mode} is not emulated`);
  for (const [name, state] of Object.entries(definition.States)) {
    const place = `${owner}, state ${name}`;
    refused.push(...findInState(state).map((what) => `${place}: ${what} is not emulated`));
    refused.push(...innerDefinitions(state).flatMap((inner) => findUnsupported(inner, place)));
  }
  return refused;
}

function findInState(state: State): string[] {
  const known = [...COMMON_FIELDS, ...(STATE_FIELDS[state.Type] ?? [])];
  const refused = Object.keys(state).filter((field) => !known.includes(field));
  if (isJsonata(state.QueryLanguage)) refused.push('JSONata');
  if (typeof state.Seconds === 'number' && state.Seconds > LONGEST_TIMER) {
    refused.push(`a wait of ${state.Seconds} s (at most ${LONGEST_TIMER})`);
  }
  if (state.Type === 'Task') refused.push(...kindOf(state).refused);
  for (const rule of [state.Catch, state.Retry].flat()) {
    const { Assign, Output } = (rule ?? {}) as { Assign?: Json; Output?: Json };
    if (Assign !== undefined || Output !== undefined) refused.push('Assign or Output in Catch');
  }
  return [...refused, ...findContextPaths(state).filter(isUnknownPath(state))];
}

function isJsonata(language: Json | undefined): boolean {
  return language !== undefined && language !== null && language !== 'JSONPath';
}

// The engine fills $$.Map only while a Map state selects its items, and never $$.State or $$.Task.
function isUnknownPath(state: State) {
  const roots = ['Execution', 'StateMachine', ...(state.Type === 'Map' ? ['Map'] : [])];
  const known = new RegExp(`^(\\$\\$\\.(${roots.join('|')})\\b|States\\.JsonToString$)`);
  return (path: string) => !known.test(path) || path === 'States.JsonToString';
}
