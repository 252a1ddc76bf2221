import type { Statement } from '../../../../local/services/iam/readStatements.ts';
import { FIELDS, split } from '../matrix/fields.ts';

/** A role's policies in which one field is missing or something more is allowed. */
export interface PolicyMutant {
  /** `the partner without Query.book` */
  name: string;
  who: 'partner' | 'workflow';
  statements: Statement[];
}

/** The fields of Query, Mutation and Subscription, for which policies are checked. */
export const ROOT_FIELDS = FIELDS.filter((name) => /^(Query|Mutation|Subscription)\./.test(name));

/** `api` is the ARN of the API; the statements are those of the deployed role. */
export function policyMutants(
  who: PolicyMutant['who'],
  statements: Statement[],
  api: string,
): PolicyMutant[] {
  const arnOf = (name: string) => `${api}/types/${split(name).join('/fields/')}`;
  const allowed = statements.flatMap(({ resources }) => resources);
  const allow = (resources: string[]): Statement[] => [
    { effect: 'Allow', actions: ['appsync:GraphQL'], resources },
  ];
  const without = allowed.map((arn) => ({
    name: `the ${who} without ${arn.replace(/^.*\/types\//, '')}`,
    who,
    statements: allow(allowed.filter((one) => one !== arn)),
  }));
  const besides = [
    ...ROOT_FIELDS.map((name) => [name, arnOf(name)] as const),
    ...['Query', 'Mutation'].map((type) => [`all of ${type}`, `${api}/types/${type}/*`] as const),
    ['the whole API', `${api}/*`] as const,
    ['everything', '*'] as const,
  ].filter(([, arn]) => !allowed.includes(arn));
  const widened = besides.map(([what, arn]) => ({
    name: `the ${who} with ${what}`,
    who,
    statements: allow([...allowed, arn]),
  }));
  return [...without, ...widened];
}
