import { matchesAction, matchesArn } from './patterns.ts';
import type { Statement } from './readStatements.ts';

/**
 * Whether an identity with these statements may do this to that resource ("Policy evaluation logic"):
 * nothing is allowed that no statement allows, and one that denies wins.
 */
export function isAllowed(statements: Statement[], action: string, arn: string): boolean {
  const effects = statements
    .filter(({ actions }) => actions.some((pattern) => matchesAction(pattern, action)))
    .filter(({ resources }) => resources.some((pattern) => matchesArn(pattern, arn)))
    .map(({ effect }) => effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}
