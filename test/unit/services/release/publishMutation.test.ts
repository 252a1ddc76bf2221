import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { publishMutation } from '../../../../services/release/publishMutation.ts';

const AWS = parse(`
  scalar AWSDate
  scalar AWSDateTime
  scalar AWSURL
  directive @aws_api_key on FIELD_DEFINITION | OBJECT
  directive @aws_oidc on FIELD_DEFINITION | OBJECT
  directive @aws_iam on FIELD_DEFINITION | OBJECT
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`);

const root = join(import.meta.dirname, '../../../..');
const schema = buildASTSchema({
  ...AWS,
  definitions: [...AWS.definitions, ...parse(read('schema/schema.graphql')).definitions],
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

test('publishMutation for 25 events is valid and fits the 8 KB that a web ACL inspects', () => {
  const request = publishMutation(
    Array.from({ length: 25 }, (_, index) => String(9_000_000 + index)),
  );
  expect(validate(schema, parse(request.query))).toEqual([]);
  expect(JSON.stringify(request).length).toBeLessThan(8_192);
});

test('publishMutation keeps the order of events and names them by position', () => {
  const { query, variables } = publishMutation(['7', '8']);
  expect(query.indexOf('e0: publishBookEvent(seq: $s0)')).toBeGreaterThan(0);
  expect(query.indexOf('e1: publishBookEvent(seq: $s1)')).toBeGreaterThan(query.indexOf('e0:'));
  expect(variables).toEqual({ s0: '7', s1: '8' });
});

test('publishMutation selects everything about an event except other books and facts about members', () => {
  const document = parse(publishMutation(['1']).query);
  const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  if (fragment === undefined) throw new Error('The mutation has no fragment');
  const event = schema.getType('BookEvent') as GraphQLObjectType;
  expect(selectedPaths(fragment.selectionSet)).toEqual(allPaths(event));
});

function selectedPaths(set: SelectionSetNode, before = ''): string[] {
  return set.selections
    .flatMap((field) => {
      if (field.kind !== Kind.FIELD) throw new Error('Only fields are expected here');
      const path = before + field.name.value;
      return field.selectionSet ? selectedPaths(field.selectionSet, `${path}.`) : [path];
    })
    .sort();
}

/** Facts about members, and lists of other books. */
const ELSEWHERE = ['subscribed', 'subscription', 'upcomingBooks'];

function allPaths(type: GraphQLObjectType, before = ''): string[] {
  return Object.values(type.getFields())
    .filter(({ name }) => !ELSEWHERE.includes(name))
    .flatMap((field) => {
      const named = getNamedType(field.type);
      const path = before + field.name;
      return isObjectType(named) ? allPaths(named, `${path}.`) : [path];
    })
    .sort();
}
