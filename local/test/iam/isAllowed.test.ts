import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../services/iam/isAllowed.ts';
import { readStatements } from '../../services/iam/readStatements.ts';

const GRAPHQL = 'appsync:GraphQL';
const API = 'arn:aws:appsync:ap-northeast-1:000000000000:apis/one';
const BOOK = `${API}/types/Query/fields/book`;

/** Whether a policy with these statements allows the query for a book. */
const allows = (...statements: object[]) =>
  isAllowed(
    readStatements({ Statement: statements as never }, GRAPHQL, 'the policy'),
    GRAPHQL,
    BOOK,
  );
const allow = (Resource: unknown, Action: unknown = GRAPHQL) => ({
  Effect: 'Allow',
  Action,
  Resource,
});

describe('a policy allows', () => {
  it.each([
    ['the field itself', BOOK],
    ['one of a list', [`${API}/types/Query/fields/other`, BOOK]],
    ['each field of its type', `${API}/types/Query/*`],
    ['the whole API', `${API}/*`],
    ['every resource', '*'],
    ['any account', 'arn:aws:appsync:ap-northeast-1:*:apis/one/*'],
    ['a letter that is left open', `${API}/types/Query/fields/b??k`],
  ])('%s', (_, pattern) => expect(allows(allow(pattern))).toBe(true));

  it.each([
    ['in any letter case', 'AppSync:graphql'],
    ['by a wildcard', 'appsync:*'],
    ['as one of a list', ['appsync:GetType', 'appsync:GraphQL']],
    ['with everything', '*'],
  ])('a policy allows the action %s', (_, action) =>
    expect(allows(allow(BOOK, action))).toBe(true),
  );
});

describe('a policy does not allow', () => {
  it('a policy does not allow what no statement mentions', () => expect(allows()).toBe(false));

  it.each([
    ['another field', `${API}/types/Query/fields/books`],
    ['the same field of another type', `${API}/types/Mutation/fields/book`],
    ['what is below the field', `${BOOK}/*`],
    ['another API', `${API}2/*`],
    ['another letter case', BOOK.replace('book', 'Book')],
    ['a wildcard that would reach over a colon', 'arn:aws:appsync:*/fields/book'],
    ['a dot for any letter', BOOK.replace('book', 'b..k')],
    ['an empty list', []],
  ])('%s', (_, pattern) => expect(allows(allow(pattern))).toBe(false));

  it('a policy does not allow another action', () =>
    expect(allows(allow(BOOK, 'appsync:GetType'))).toBe(false));

  it('a policy does not allow what another statement denies, in either order', () => {
    const deny = { Effect: 'Deny', Action: GRAPHQL, Resource: `${API}/types/Query/*` };
    expect(allows(allow('*'), deny)).toBe(false);
    expect(allows(deny, allow('*'))).toBe(false);
    expect(allows(allow('*'), { ...deny, Resource: `${API}/types/Mutation/*` })).toBe(true);
  });
});

describe('rejected policies', () => {
  it.each([
    ['with a condition', { ...allow(BOOK), Condition: { Bool: {} } }, 'Condition'],
    [
      'about all actions but some',
      { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' },
      'NotAction',
    ],
    [
      'about all resources but some',
      { Effect: 'Allow', Action: '*', NotResource: BOOK },
      'NotResource',
    ],
    ['with a variable', allow(`${API}/types/\${aws:PrincipalTag/type}/*`), 'policy variables'],
    ['with another effect', { ...allow(BOOK), Effect: 'Maybe' }, 'Effect is Maybe'],
  ])('%s', (_, statement, reason) => expect(() => allows(statement)).toThrow(reason));

  it('a policy is rejected only for statements on the action in question', () => {
    const elsewhere = { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { Bool: {} } };
    expect(allows(elsewhere, allow(BOOK))).toBe(true);
  });
});
