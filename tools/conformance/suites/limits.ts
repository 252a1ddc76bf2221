import { LIMITS } from '../api/limits.ts';
import type { Belief } from '../belief.ts';

const CONFIGURE = 'AWS: "Configuring GraphQL run complexity, query depth, and introspection"';

const links = (depth: number, leaf = 'name'): string =>
  depth === 0 ? leaf : `next { ${links(depth - 1, leaf)} }`;

export const limits: Belief[] = [
  {
    id: 'limits.depth-within',
    says: `a query of ${LIMITS.depth} levels, its leaves counted, is answered`,
    status: 'documented',
    source: CONFIGURE,
    see: async (to) => (await to.ask(`{ chain { ${links(LIMITS.depth - 2)} } }`)).errors,
    expected: undefined,
  },
  {
    id: 'limits.depth-beyond',
    says: 'what lies too deep is null with QueryDepthLimitReached, the rest is answered',
    status: 'documented',
    source: CONFIGURE,
    see: async (to) => {
      const { status, body } = await to.post(`{ chain { name ${links(LIMITS.depth)} } }`);
      return { status, name: body.data?.chain?.name, errorType: body.errors?.[0]?.errorType };
    },
    expected: { status: 200, name: '1', errorType: 'QueryDepthLimitReached' },
  },
  {
    id: 'limits.depth-leaves',
    says: 'a leaf counts as a level',
    status: 'open',
    source: 'a public issue thread says so',
    see: async (to) =>
      (await to.ask(`{ chain { ${links(LIMITS.depth - 1)} } }`)).errors?.map(
        ({ errorType }) => errorType,
      ),
    expected: ['QueryDepthLimitReached'],
  },
  {
    id: 'limits.resolvers',
    says: 'resolvers beyond the limit answer ResolverExecutionLimitReached, the others answer',
    status: 'documented',
    source: CONFIGURE,
    see: async (to) => {
      const fields = Array.from(
        { length: LIMITS.resolvers + 2 },
        (_, n) => `e${n}: echo(value: "a")`,
      );
      const { data, errors } = await to.ask(`{ ${fields.join(' ')} }`);
      const answered = Object.values(data ?? {}).filter((value) => value === 'a').length;
      return { answered, errors: errors?.map(({ errorType }) => errorType) };
    },
    expected: {
      answered: LIMITS.resolvers,
      errors: ['ResolverExecutionLimitReached', 'ResolverExecutionLimitReached'],
    },
  },
  {
    id: 'limits.introspection',
    says: 'an API describes itself',
    status: 'documented',
    source: CONFIGURE,
    see: async (to) => (await to.ask('{ __type(name: "Nested") { name fields { name } } }')).data,
    expected: { __type: { name: 'Nested', fields: [{ name: 'word' }] } },
  },
  {
    id: 'limits.introspection-off',
    says: 'an API that does not describe itself says that the fields of __schema are undefined',
    status: 'documented',
    source: CONFIGURE,
    needs: 'closed',
    see: async (to) => (await to.askClosed('{ __schema { types { name } } }')).errors?.[0]?.message,
    expected:
      /^Validation error of type FieldUndefined: Field 'types' in type '__Schema' is undefined/,
  },
  {
    id: 'limits.typename',
    says: '__typename works nevertheless',
    status: 'documented',
    source: CONFIGURE,
    needs: 'closed',
    see: async (to) => (await to.askClosed('{ __typename echo(value: "a") }')).data,
    expected: { __typename: 'Query', echo: 'a' },
  },
];
