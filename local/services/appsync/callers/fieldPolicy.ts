import { type GraphQLSchema, isObjectType } from 'graphql';
import { arn } from '../../../lib/aws.ts';
import { NotEmulated } from '../../../lib/refuse.ts';
import { isAllowed } from '../../iam/isAllowed.ts';
import { matchesAction, matchesArn } from '../../iam/patterns.ts';
import type { Statement } from '../../iam/readStatements.ts';

/** The one action for calling an API ("Actions, resources, and condition keys for AWS AppSync"). */
export const GRAPHQL = 'appsync:GraphQL';

/**
 * Returns what a caller's policies deny of an API, as `Type.field`. Policies are evaluated for the
 * fields of Query, Mutation and Subscription ("Configuring authorization and authentication to
 * secure your GraphQL APIs", AWS_IAM authorization), each by its ARN
 * `…:apis/ID/types/TYPE/fields/FIELD`.
 */
export type DeniedFields = (statements: Statement[]) => string[];

/** Checks `signers` up front: policies that name anything else stop the start. */
export function createDeniedFields(
  apiId: string,
  schema: GraphQLSchema,
  signers: Record<string, { arn: string; statements: Statement[] }>,
): DeniedFields {
  const toField = ([type, field]: [string, string]) => ({
    name: `${type}.${field}`,
    arn: arn('appsync', `apis/${apiId}/types/${type}/fields/${field}`),
  });
  const fields = rootFields(schema).map(toField);
  const known = allFields(schema).map(toField);
  for (const signer of Object.values(signers)) {
    const of = (effect: string) => signer.statements.filter((one) => one.effect === effect);
    refuseOtherFields(apiId, known, { ...signer, statements: of('Allow') });
    refuseOtherFields(apiId, fields, { ...signer, statements: of('Deny') });
  }
  const decided = new WeakMap<Statement[], string[]>();
  return (statements) => {
    const denied =
      decided.get(statements) ??
      fields.filter((field) => !isAllowed(statements, GRAPHQL, field.arn)).map(({ name }) => name);
    decided.set(statements, denied);
    return denied;
  };
}

function rootFields(schema: GraphQLSchema): [type: string, field: string][] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) =>
      Object.keys(type?.getFields() ?? {}).map((field): [string, string] => [
        type?.name ?? '',
        field,
      ]),
  );
}

function allFields(schema: GraphQLSchema): [type: string, field: string][] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.keys(type.getFields()).map((field): [string, string] => [type.name, field]),
    );
}

/**
 * Rejects misspelt fields: a pattern that can match this API, by id or wildcard, must match a
 * field. Whether AppSync evaluates policies for fields below Query, Mutation and Subscription is
 * not documented; here such fields may be allowed (without effect) but not denied.
 */
function refuseOtherFields(
  apiId: string,
  fields: { arn: string }[],
  signer: { arn: string; statements: Statement[] },
): void {
  const own = arn('appsync', `apis/${apiId}`);
  const namesApi = (pattern: string) => {
    const [api = '', field] = pattern.split('/types/');
    return pattern.includes(`:apis/${apiId}/`) || (field !== undefined && matchesArn(api, own));
  };
  const patterns = signer.statements
    .filter(({ actions }) => actions.some((action) => matchesAction(action, GRAPHQL)))
    .flatMap(({ resources }) => resources)
    .filter(namesApi);
  const stray = patterns.find((pattern) => !fields.some((field) => matchesArn(pattern, field.arn)));
  if (stray === undefined) return;
  throw new NotEmulated(
    `${signer.arn}: its policies name ${stray}, expected fields of the schema; to deny those below Query, Mutation and Subscription is not emulated`,
  );
}
