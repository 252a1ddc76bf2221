import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { readStatements, type Statement } from './readStatements.ts';

/** A role with its policies' statements on the one action asked for. */
export interface Role {
  name: string;
  arn: string;
  /** Such as `AROA…`: the prefix of the name of whoever assumes the role. */
  id: string;
  statements: Statement[];
}

type Deployed = Resource & { attributes: { [name: string]: Json } };

/** AWS's own policies that do not concern API calls ("AWS managed policy reference"). */
const WITHOUT_CALLS = [
  'service-role/AWSAppSyncPushToCloudWatchLogs',
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaVPCAccessExecutionRole',
];

const ROLE = ['ManagedPolicyArns', 'Path', 'Policies', 'RoleName'];
// Trust policies are not checked: the stack itself hands out the keys.
const HARMLESS_OF_ROLE = ['AssumeRolePolicyDocument', 'Description', 'MaxSessionDuration', 'Tags'];
const POLICY = ['PolicyDocument', 'Roles'];
const HARMLESS_OF_POLICY = ['Description', 'ManagedPolicyName', 'Path', 'PolicyName'];

/**
 * Returns the template's roles with the statements on `action` from all their policies: inline,
 * attached and AWS's own. Throws NotEmulated, naming it, for anything unknown that could change the
 * decision.
 */
export function readRoles(resources: Deployed[], action: string): Role[] {
  const of = (type: string) => resources.filter((one) => one.type === `AWS::IAM::${type}`);
  const policies = [...of('Policy'), ...of('ManagedPolicy')].map((resource) => {
    refuseUnknownProperties(resource, POLICY, HARMLESS_OF_POLICY);
    const { PolicyDocument, Roles } = resource.properties;
    const statements = readStatements(PolicyDocument ?? {}, action, nameOf(resource));
    return { ref: resource.ref, roles: [Roles ?? []].flat(), statements };
  });
  return of('Role').map((resource) => {
    refuseUnknownProperties(resource, ROLE, HARMLESS_OF_ROLE);
    const { ManagedPolicyArns, Policies } = resource.properties;
    const managed = [ManagedPolicyArns ?? []].flat().map(String);
    refuseUnknownPolicies(resource, managed, policies);
    return {
      name: resource.ref,
      arn: String(resource.attributes.Arn),
      id: String(resource.attributes.RoleId),
      statements: [
        ...[Policies ?? []].flat().flatMap((policy) => readInline(resource, policy, action)),
        ...policies
          .filter(({ roles, ref }) => roles.includes(resource.ref) || managed.includes(ref))
          .flatMap(({ statements }) => statements),
      ],
    };
  });
}

function readInline(resource: Resource, policy: Json, action: string): Statement[] {
  const { PolicyDocument = {} } = policy as { PolicyDocument?: Json };
  return readStatements(PolicyDocument, action, `${nameOf(resource)}: Policies`);
}

function refuseUnknownPolicies(
  resource: Resource,
  arns: string[],
  policies: { ref: string }[],
): void {
  const isKnown = (arn: string) =>
    policies.some(({ ref }) => ref === arn) ||
    WITHOUT_CALLS.some((name) => arn.endsWith(`:iam::aws:policy/${name}`));
  const unknown = arns.find((arn) => !isKnown(arn));
  if (unknown === undefined) return;
  throw new NotEmulated(
    `${nameOf(resource)}: the permissions of the policy ${unknown} are not known here`,
  );
}
