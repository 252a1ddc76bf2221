import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Definition, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { expect, it } from 'vitest';
import { ROOT } from '../../infra/bundle.ts';
import { createResolvers } from '../../infra/constructs/api/resolvers.ts';

const schema = join(ROOT, 'schema/schema.graphql');

it('a data source for a missing resolver fails the synth and is named', () => {
  const stack = new Stack(new App(), 'Stray');
  const api = new GraphqlApi(stack, 'Api', { name: 'x', definition: Definition.fromFile(schema) });
  const dataSource = api.addNoneDataSource('Other');
  const folder = join(ROOT, 'resolvers');
  const exceptions = { 'Query.book': dataSource, 'Query.books': dataSource };
  expect(() => createResolvers(stack, { api, dataSource, exceptions, schema, folder })).toThrow(
    'No resolver is called Query.books',
  );
});
