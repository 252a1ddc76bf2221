import { matchesAction, matchesArn } from './patterns.ts';
import type { Statement } from './readStatements.ts';

/**
 * Whether an identity with these statements may perform an action on a resource ("Policy evaluation
 * logic"): denied unless a statement allows it, and an explicit deny wins.
 */
export function isAllowed(statements: Statement[], action: string, arn: string): boolean {
  const effects = statements
    .filter(({ actions }) => actions.some((pattern) => matchesAction(pattern, action)))
    .filter(({ resources }) => resources.some((pattern) => matchesArn(pattern, arn)))
    .map(({ effect }) => effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}
