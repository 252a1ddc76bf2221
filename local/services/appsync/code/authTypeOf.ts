import { isObject } from '../utils/isObject.ts';

/** What an identity of each kind has besides what may be null in it. */
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
 * What `util.authType()` answers where only `ctx.identity` tells who asks, as in EvaluateCode
 * (recorded): an identity that is incomplete counts as an API key, an empty one comes from a Lambda
 * authorizer that gave no context.
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
