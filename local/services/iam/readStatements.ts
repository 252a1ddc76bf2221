import { NotEmulated } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';
import { matchesAction } from './patterns.ts';

/** One statement of a policy on the actions and resources that its patterns match. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: string[];
  resources: string[];
}

/** Allows everything, like an administrator's policy. */
export const EVERYTHING: Statement = { effect: 'Allow', actions: ['*'], resources: ['*'] };

/**
 * Returns the statements of a policy document that concern `action` ("IAM JSON policy elements
 * reference"). Ignores the others, since no local service checks them. Throws NotEmulated if one of
 * them has more than effect, actions and resources; `where` names the document.
 */
export function readStatements(document: Json, action: string, where: string): Statement[] {
  const { Statement: statements } = asObject(document, where);
  return [statements ?? []]
    .flat()
    .flatMap((one) => readStatement(asObject(one, where), action, where));
}

function readStatement(
  { Sid: _, Effect, Action, Resource, ...more }: { [name: string]: Json },
  action: string,
  where: string,
): Statement[] {
  // A statement without a list of actions may concern any.
  if (Action !== undefined) {
    const actions = asTexts(Action, `${where}: Action`);
    if (!actions.some((pattern) => matchesAction(pattern, action))) return [];
    refuseMore(more, where);
    if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error(`${where}: Effect is ${Effect}`);
    return [{ effect: Effect, actions, resources: readResources(Resource, where) }];
  }
  return refuseMore(more, where);
}

function refuseMore(more: { [name: string]: Json }, where: string): [] {
  const [unknown] = Object.keys(more);
  if (unknown === undefined) return [];
  throw new NotEmulated(`${where}: ${unknown} in a statement is not emulated`);
}

function readResources(resource: Json | undefined, where: string): string[] {
  const resources = asTexts(resource ?? [], `${where}: Resource`);
  const variable = resources.find((pattern) => pattern.includes('${'));
  if (variable === undefined) return resources;
  throw new NotEmulated(`${where}: policy variables are not emulated, as in ${variable}`);
}

function asTexts(value: Json, where: string): string[] {
  const texts = [value].flat();
  if (texts.every((one) => typeof one === 'string')) return texts;
  throw new Error(`${where} is ${JSON.stringify(value)}, expected texts`);
}

function asObject(value: Json, where: string): { [name: string]: Json } {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  throw new Error(`${where} is ${JSON.stringify(value)}, expected an object`);
}
