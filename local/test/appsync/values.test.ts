import { afterEach, describe, expect, test } from 'vitest';
import { answering, startTestApi } from './startTestApi.ts';

const SCHEMA = `
type Query {
  any: Any
  node: Node
  take(n: Int, c: Color, phone: AWSPhone, filter: Filter, list: [Filter!]): String
  need(id: ID!): String
}
type Any { int: Int, float: Float, text: String, flag: Boolean, color: Color, at: AWSDateTime, list: [Int!], must: [[ID!]!]! }
interface Node { id: ID }
type Book implements Node { id: ID }
input Filter { word: String!, phone: AWSPhone, inner: Filter }
enum Color { RED }
`;

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(value = '{}') {
  const api = await startTestApi({
    schema: SCHEMA,
    resolvers: {
      'Query.any': answering(`return ${value};`),
      'Query.node': answering(`return ${value};`),
      'Query.take': answering("return 'taken';"),
      'Query.need': answering("return 'taken';"),
    },
  });
  stop = api.stop;
  return api;
}

describe('values returned by resolvers', () => {
  test.each([
    ['int', '"abc"', "Can't serialize value (/any/int) : Expected type 'Int' but was 'String'."],
    ['int', '1.5', "Can't serialize value (/any/int) : Expected type 'Int' but was 'Double'."],
    [
      'float',
      'true && [1]',
      "Can't serialize value (/any/float) : Expected type 'Float' but was 'ArrayList'.",
    ],
    [
      'text',
      '{ a: 1 }',
      "Can't serialize value (/any/text) : Expected type 'String' but was 'LinkedHashMap'.",
    ],
    [
      'flag',
      '"yes"',
      "Can't serialize value (/any/flag) : Expected type 'Boolean' but was 'String'.",
    ],
    [
      'color',
      '"BLUE"',
      "Can't serialize value (/any/color) : Invalid input for Enum 'Color'. No value found for name 'BLUE'",
    ],
    [
      'at',
      '"2020-05-23T06:4:37.000Z"',
      "Can't serialize value (/any/at) : Unable to serialize `2020-05-23T06:4:37.000Z` as a valid DateTime Object.",
    ],
    ['list', '7', "Can't resolve value (/any/list) : type mismatch error, expected type LIST"],
  ])('the value does not match %s: %s', async (field, value, message) => {
    const api = await start(`{ ${field}: ${value} }`);
    expect(await api.ask(`{ any { ${field} } }`)).toEqual({
      data: { any: { [field]: null } },
      errors: [{ path: ['any', field], locations: null, message }],
    });
  });

  test('a missing value propagates null to the next nullable field', async () => {
    const api = await start('{ list: [1, null], must: [["a"], [null]] }');
    const { data, errors } = await api.ask('{ any { list } other: any { must } }');
    expect(data).toEqual({ any: { list: null }, other: null });
    const messages = errors.map(({ message }: { message: string }) => message);
    expect(messages).toEqual([
      "Cannot return null for non-nullable type: 'Int' within parent 'Any' (/any/list[1])",
      "Cannot return null for non-nullable type: 'ID' within parent 'Any' (/other/must[1][0])",
    ]);
  });

  test('a value of an interface states its type', async () => {
    const api = await start("{ __typename: 'Book', id: 1 }");
    expect((await api.ask('{ node { __typename id } }')).data).toEqual({
      node: { __typename: 'Book', id: '1' },
    });
    await api.stop();
    const without = await start('{ id: 1 }');
    expect((await without.ask('{ node { id } }')).errors).toEqual([
      {
        path: ['node'],
        locations: null,
        message:
          "Can't resolve '/node'. Abstract type 'Node' must resolve to an Object type at runtime for field 'Query.node'. Could not determine the exact type of 'Node'",
      },
    ]);
  });
});

describe('variables', () => {
  const said = async (definition: string, use: string, variables: object) => {
    const api = await start();
    const query = `query(${definition}) { ${use} }`;
    const { data, errors } = await api.ask(query, variables as Record<string, unknown>);
    expect(data).toBeNull();
    return errors;
  };

  test.each([
    [
      '$n: Int',
      'take(n: $n)',
      { n: '4' },
      "Variable 'n' has an invalid value. Expected type 'Int' but was 'String'.",
    ],
    [
      '$n: Int',
      'take(n: $n)',
      { n: 'a; Field "x" is not defined by type "y" at "z"; b' },
      "Variable 'n' has an invalid value. Expected type 'Int' but was 'String'.",
    ],
    [
      '$c: Color',
      'take(c: $c)',
      { c: 'BLUE' },
      "Variable 'c' has an invalid value. Invalid input for Enum 'Color'. No value found for name 'BLUE'",
    ],
    [
      '$f: Filter',
      'take(filter: $f)',
      { f: { word: 'a', phone: '1110004444' } },
      "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.",
    ],
    [
      '$f: Filter',
      'take(filter: $f)',
      { f: 'x' },
      "Variable 'f' has an invalid value. Variables for input objects must be an instance of type 'Map'.",
    ],
    [
      '$id: ID!',
      'need(id: $id)',
      {},
      "Variable 'id' has coerced Null value for NonNull type 'ID!'",
    ],
    [
      '$id: ID!',
      'need(id: $id)',
      { id: null },
      "Variable 'id' has coerced Null value for NonNull type 'ID!'",
    ],
    [
      '$f: Filter',
      'take(filter: $f)',
      { f: { word: 'a', inner: {} } },
      "Variable 'f' has coerced Null value for NonNull type 'String!'",
    ],
    [
      '$l: [Filter!]',
      'take(list: $l)',
      { l: [null] },
      "Variable 'l' has coerced Null value for NonNull type 'Filter!'",
    ],
  ])(
    'an invalid variable stops the request: %s %s %j',
    async (definition, use, variables, message) => {
      expect(await said(definition, use, variables)).toEqual([
        { path: null, locations: [{ line: 1, column: 7, sourceName: null }], message },
      ]);
    },
  );

  test('a variable with an unknown field is reported without a location', async () => {
    const errors = await said('$f: Filter', 'take(filter: $f)', { f: { word: 'a', odd: 1 } });
    expect(errors).toEqual([
      {
        path: null,
        locations: null,
        message:
          "The variables input contains a field that is not defined for input object type 'Filter' ",
      },
    ]);
  });
});

test.each([
  ['{ any {', "Invalid Syntax : offending token '<EOF>' at line 1 column 8"],
  ['{ any { int } } }', "Invalid Syntax : offending token '}' at line 1 column 17"],
  ['{ take(n: ) }', "Invalid Syntax : offending token ')' at line 1 column 11"],
])('a text that is not a valid query: %s', async (query, message) => {
  const api = await start();
  expect(await api.ask(query)).toMatchObject({ data: null, errors: [{ path: null, message }] });
});
