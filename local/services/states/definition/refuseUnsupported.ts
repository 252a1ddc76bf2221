import type { Json } from '../../../lib/resource.ts';
import { RULE_FIELDS, type Rule } from '../expressions/choice.ts';
import { type Definition, innerDefinitions, type State } from './definition.ts';
import { findBadExpressions } from './findExpressions.ts';
import { kindOf } from './resourceKind.ts';
import {
  CATCH_FIELDS,
  COMMON_FIELDS,
  MACHINE_FIELDS,
  RETRY_FIELDS,
  STATE_FIELDS,
} from './supportedFields.ts';

/**
 * Lists the parts of a state machine that are not emulated, one sentence each, naming the state.
 * Empty if all are.
 */
export function findUnsupported(definition: Definition, owner: string): string[] {
  const refused = unknownIn(definition, MACHINE_FIELDS).map(
    (field) => `${owner}: ${field} is not emulated`,
  );
  if (isJsonata(definition.QueryLanguage)) refused.push(`${owner}: JSONata is not emulated`);
  const { Mode = 'INLINE', ...config } = (definition.ProcessorConfig ?? {}) as Rule;
  if (Mode !== 'INLINE') refused.push(`${owner}: a Map in mode ${Mode} is not emulated`);
  for (const field of Object.keys(config)) {
    refused.push(`${owner}: ProcessorConfig.${field} is not emulated`);
  }
  for (const [name, state] of Object.entries(definition.States)) {
    const place = `${owner}, state ${name}`;
    refused.push(...findInState(state).map((what) => `${place}: ${what} is not emulated`));
    refused.push(...innerDefinitions(state).flatMap((inner) => findUnsupported(inner, place)));
  }
  return refused;
}

function findInState(state: State): string[] {
  const refused = unknownIn(state, [...COMMON_FIELDS, ...(STATE_FIELDS[state.Type] ?? [])]);
  if (isJsonata(state.QueryLanguage)) refused.push('JSONata');
  if (state.Type === 'Task') refused.push(...kindOf(state).refused);
  refused.push(
    ...unknownInEach('Retry', state.Retry, RETRY_FIELDS),
    ...unknownInEach('Catch', state.Catch, CATCH_FIELDS),
    ...badRetriers(state.Retry),
    ...misplacedAll('Retry', state.Retry),
    ...misplacedAll('Catch', state.Catch),
    ...rulesOf(state.Choices).flatMap((rule) =>
      unknownIn(rule, RULE_FIELDS).map((field) => `${field} in Choices`),
    ),
  );
  return [...refused, ...findBadExpressions(state)];
}

function unknownIn(value: { [field: string]: Json }, known: readonly string[]): string[] {
  return Object.keys(value).filter((field) => !known.includes(field));
}

function unknownInEach(field: string, list: Json | undefined, known: readonly string[]): string[] {
  return ((list ?? []) as Rule[]).flatMap((rule) =>
    unknownIn(rule, known).map((unknown) => `${unknown} in ${field}`),
  );
}

/** Finds values that the validator accepts but the service rejects ("Retrying after an error"). */
function badRetriers(retry: Json | undefined): string[] {
  return ((retry ?? []) as Rule[]).flatMap(({ BackoffRate = 1, JitterStrategy = 'NONE' }) => [
    ...(Number(BackoffRate) >= 1 ? [] : [`BackoffRate ${BackoffRate} in Retry`]),
    ...(['FULL', 'NONE'].includes(String(JitterStrategy))
      ? []
      : [`JitterStrategy ${JitterStrategy} in Retry`]),
  ]);
}

/** `States.ALL` must be the only error name, in the last retrier or catcher ("Error names"). */
function misplacedAll(field: string, list: Json | undefined): string[] {
  const named = ((list ?? []) as Rule[]).map(({ ErrorEquals }) => [ErrorEquals ?? []].flat());
  const at = named.findIndex((errors) => errors.includes('States.ALL'));
  if (at < 0) return [];
  if (named[at]?.length !== 1) return [`States.ALL beside other errors in ${field}`];
  return at === named.length - 1 ? [] : [`States.ALL before other errors in ${field}`];
}

/** The rules of a Choice state, including nested ones. */
function rulesOf(rules: Json | undefined): Rule[] {
  return ((rules ?? []) as Rule[]).flatMap((rule) => [
    rule,
    ...rulesOf([rule.And, rule.Or, rule.Not].flat().filter((part) => part !== undefined)),
  ]);
}

function isJsonata(language: Json | undefined): boolean {
  return language !== undefined && language !== null && language !== 'JSONPath';
}
