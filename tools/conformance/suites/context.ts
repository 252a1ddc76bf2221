import type { Belief } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const CTX = 'AWS: "AppSync JavaScript resolver context object reference"';

interface Seen {
  [name: string]: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: what a resolver is told of the request
  info: any;
}

/** What the resolver of `context` saw of this query. */
async function contextOf(
  to: ConformanceTarget,
  query = 'query ($b: String) { context(b: $b) }',
  variables: object = { b: 'two' },
): Promise<Seen> {
  const { body } = await to.post(query, variables, { 'X-Conformance': 'Mixed' });
  return JSON.parse(body.data.context);
}

export const context: Belief[] = [
  {
    id: 'context.args',
    says: 'args and arguments hold the same: what was given, and nothing that was left out',
    status: 'reported',
    source: 'published resolvers use both',
    see: async (to) => {
      const seen = await contextOf(to);
      return [seen.args, seen.arguments];
    },
    expected: [{ b: 'two' }, { b: 'two' }],
  },
  {
    id: 'context.null-argument',
    says: 'an argument that is given as null is there as null',
    status: 'recalled',
    source: 'graphql-java',
    see: async (to) => (await contextOf(to, '{ context(a: null) }')).args,
    expected: { a: null },
  },
  {
    id: 'context.info',
    says: 'info holds the field, its parent type, the variables and the selection',
    status: 'documented',
    source: CTX,
    see: async (to) => {
      const { fieldName, parentTypeName, variables, selectionSetList } = (await contextOf(to)).info;
      return { fieldName, parentTypeName, variables, selectionSetList };
    },
    expected: {
      fieldName: 'context',
      parentTypeName: 'Query',
      variables: { b: 'two' },
      selectionSetList: [],
    },
  },
  {
    id: 'context.headers',
    says: 'the names of headers are in lower case, their values as they came',
    status: 'recalled',
    source: CTX,
    see: async (to) => (await contextOf(to)).header,
    expected: 'Mixed',
  },
  {
    id: 'context.domain',
    says: 'domainName is null without a domain of its own',
    status: 'documented',
    source: CTX,
    see: async (to) => (await contextOf(to)).domainName ?? null,
    expected: null,
  },
  {
    id: 'context.env',
    says: 'env holds the environment variables of the API',
    status: 'documented',
    source: CTX,
    see: async (to) => (await contextOf(to)).env,
    expected: { COLOUR: 'green' },
  },
  {
    id: 'context.key',
    says: 'whoever comes with the API key has no identity',
    status: 'reported',
    source: 'public issue threads',
    see: async (to) => {
      const { identity, authType } = await contextOf(to);
      return [identity ?? null, authType];
    },
    expected: [null, 'API Key Authorization'],
  },
  {
    id: 'context.first',
    says: 'a resolver of the root has no source, an empty stash and no error',
    status: 'recalled',
    source: CTX,
    see: async (to) => {
      const { source, stash, error } = await contextOf(to);
      return [source ?? null, stash, error ?? null];
    },
    expected: [null, {}, null],
  },
  {
    id: 'context.source',
    says: 'a field below another sees the whole parent, and the name of its type',
    status: 'documented',
    source: CTX,
    see: async (to) => JSON.parse((await to.ask('{ parent { child(x: 1) } }')).data.parent.child),
    expected: { source: { id: 'p', hidden: 'h' }, args: { x: 1 }, type: 'Parent' },
  },
  {
    id: 'context.no-resolver',
    says: 'a field without a resolver takes the property of its name from the parent, else null',
    status: 'documented',
    source: 'AWS: "JavaScript resolvers overview"',
    see: async (to) => (await to.ask('{ fail(how: "append") { id name } item { name } }')).data,
    expected: { fail: { id: '2', name: 'kept' }, item: { name: 'one' } },
  },
];
