import { isObject } from '../utils/isObject.ts';

/** The non-nullable members of each kind of identity, and the members it must not have. */
const KINDS: [authType: string, members: string[], without: string[]][] = [
  ['IAM Authorization', ['accountId', 'userArn', 'username', 'sourceIp'], []],
  [
    'User Pool Authorization',
    ['sub', 'issuer', 'claims', 'username', 'sourceIp', 'defaultAuthStrategy'],
    [],
  ],
  ['Open ID Connect Authorization', ['sub', 'issuer', 'claims'], ['username']],
];

/**
 * Returns `util.authType()` where only `ctx.identity` identifies the caller, as in EvaluateCode
 * (recorded): an incomplete identity counts as an API key, an empty one as a Lambda authorizer that
 * returned no context.
 */
export function authTypeOf(identity: unknown): string {
  if (!isObject(identity)) return 'API Key Authorization';
  if (Object.keys(identity).length === 0 || 'resolverContext' in identity) {
    return 'Lambda Authorization';
  }
  const has = (name: string) => identity[name] !== null && identity[name] !== undefined;
  const found = KINDS.find(([, members, without]) => members.every(has) && !without.some(has));
  return found?.[0] ?? 'API Key Authorization';
}
