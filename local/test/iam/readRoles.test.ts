import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { issueKeys } from '../../services/iam/accessKeys.ts';
import { isAllowed } from '../../services/iam/isAllowed.ts';
import { readRoles } from '../../services/iam/readRoles.ts';

const GRAPHQL = 'appsync:GraphQL';
const document = (Resource: string, Effect = 'Allow') => ({
  Statement: [{ Effect, Action: GRAPHQL, Resource }],
});

const resource = (kind: string, ref: string, properties: { [name: string]: Json }) => ({
  stack: 'Test',
  logicalId: ref,
  type: `AWS::IAM::${kind}`,
  properties,
  ref,
  attributes: { Arn: `arn:aws:iam::000000000000:role/${ref}`, RoleId: `AROA${ref}` },
});
const role = (properties: { [name: string]: Json } = {}) =>
  resource('Role', 'Publisher', properties);
const mayCall = (...resources: ReturnType<typeof resource>[]) =>
  ['a:b:c:d:e:one', 'a:b:c:d:e:two', 'a:b:c:d:e:three'].filter((arn) =>
    isAllowed(readRoles(resources, GRAPHQL)[0]?.statements ?? [], GRAPHQL, arn),
  );

describe('permissions of a role', () => {
  it('a role without a policy has no permissions', () => expect(mayCall(role())).toEqual([]));

  it('a role’s permissions come from inline, attached and managed policies', () => {
    const inline = { PolicyName: 'p', PolicyDocument: document('a:b:c:d:e:one') };
    expect(
      mayCall(
        role({ Policies: [inline], ManagedPolicyArns: ['arn:own'] }),
        resource('Policy', 'p', {
          PolicyDocument: document('a:b:c:d:e:two'),
          Roles: ['Publisher'],
        }),
        resource('ManagedPolicy', 'arn:own', { PolicyDocument: document('a:b:c:d:e:three') }),
      ),
    ).toEqual(['a:b:c:d:e:one', 'a:b:c:d:e:two', 'a:b:c:d:e:three']);
  });

  it('a role’s permissions do not come from the policies of others', () => {
    const ofOther = { PolicyDocument: document('*'), Roles: ['Other'] };
    expect(mayCall(role(), resource('Policy', 'p', ofOther))).toEqual([]);
  });

  it('AWS’s own policies for logs add no permissions', () => {
    const own = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    expect(mayCall(role({ ManagedPolicyArns: [own] }))).toEqual([]);
  });

  it.each([
    [
      'a policy that is not known here',
      { ManagedPolicyArns: ['arn:aws:iam::aws:policy/Admin'] },
      'Admin',
    ],
    ['a boundary', { PermissionsBoundary: 'arn:b' }, 'PermissionsBoundary'],
  ])('a role is rejected with %s', (_, properties, reason) => {
    expect(() => readRoles([role(properties as never)], GRAPHQL)).toThrow(reason);
  });
});

describe('keys of roles', () => {
  const roles = readRoles([role(), resource('Role', 'Other', {})], GRAPHQL);
  const keys = issueKeys(roles);

  it('each role has its own key, which identifies it', () => {
    const [key, other] = roles.map(({ arn }) => keys.ofRole(arn));
    expect(key).not.toEqual(other);
    expect(key?.sessionToken).toMatch(/.{100}/);
    expect(keys.signers[key?.accessKeyId ?? '']).toMatchObject({
      arn: 'arn:aws:sts::000000000000:assumed-role/Publisher/local',
      username: 'AROAPublisher:local',
      secretAccessKey: key?.secretAccessKey,
    });
  });

  it('without a role the key is the administrator’s, and an unknown role is rejected', () => {
    expect(keys.ofRole(undefined).accessKeyId).toBe('local');
    expect(() => keys.ofRole('arn:other')).toThrow('no role of the template has the ARN arn:other');
  });
});
