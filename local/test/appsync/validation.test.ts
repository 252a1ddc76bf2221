import { specifiedRules } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TRANSLATED_RULES } from '../../services/appsync/answer/invalidWords.ts';
import { startTestApi } from './startTestApi.ts';

const SCHEMA = `
type Query {
  book(id: ID, filter: Filter, color: Color): Book
  text(id: ID!): String
  books: [Book!]!
  node: Node
}
type Book { id: ID!, title: String, next: Book }
type Member implements Node { id: ID!, name: String }
interface Node { id: ID! }
input Filter { word: String!, also: String!, n: Int, inner: Filter, ids: [Int!] }
enum Color { RED }
`;

let api: Awaited<ReturnType<typeof startTestApi>>;
beforeAll(async () => {
  api = await startTestApi({ schema: SCHEMA });
});
afterAll(() => api.stop());

/** A query that breaks each rule of the specification, with AppSync's messages. */
const INVALID: [query: string, ...messages: string[]][] = [
  ['{ badfield }', "FieldUndefined: Field 'badfield' in type 'Query' is undefined @ 'badfield'"],
  ['{ book { nope } }', "FieldUndefined: Field 'nope' in type 'Book' is undefined @ 'book/nope'"],
  ['{ book { id(x: 1) } }', "UnknownArgument: Unknown field argument x @ 'book/id'"],
  [
    '{ books @include(if: true, x: 1) { id } }',
    "UnknownArgument: Unknown directive argument x @ 'books'",
  ],
  ['{ text }', "MissingFieldArgument: Missing field argument id @ 'text'"],
  ['{ books @skip { id } }', "MissingDirectiveArgument: Missing directive argument if @ 'books'"],
  ['{ book }', "SubSelectionRequired: Sub selection required for type Book of field book @ 'book'"],
  [
    '{ text(id: "1") { a } }',
    "SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field text @ 'text'",
  ],
  [
    'query($x: Nope) { book { id } }',
    'UnknownType: Unknown type Nope',
    'UnusedVariable: Unused variable x',
  ],
  ['{ book { id @nope } }', "UnknownDirective: Unknown directive nope @ 'book/id'"],
  ['query @skip(if: true) { book { id } }', 'MisplacedDirective: Directive skip not allowed here'],
  ['{ book { ...Nope } }', "UndefinedFragment: Undefined fragment Nope @ 'book'"],
  ['{ book { id } } fragment Lost on Book { id }', 'UnusedFragment: Unused fragment Lost'],
  ['{ text(id: $id) }', "UndefinedVariable: Undefined variable id @ 'text'"],
  ['query($id: ID) { book { id } }', 'UnusedVariable: Unused variable id'],
  [
    'query($id: String!) { text(id: $id) }',
    "VariableTypeMismatch: Variable type 'String!' doesn't match expected type 'ID!' @ 'text'",
  ],
  ['query($b: Book) { book(id: $b) { id } }', 'NonInputTypeOnVariable: Wrong type for a variable'],
  [
    '{ book { ... on Color { id } } }',
    "InlineFragmentTypeConditionInvalid: Inline fragment type condition is invalid, must be on Object/Interface/Union @ 'book'",
  ],
  [
    '{ book { ...C } } fragment C on Color { id }',
    "FragmentTypeConditionInvalid: Fragment type condition is invalid, must be on Object/Interface/Union @ 'C'",
  ],
  [
    '{ book { ... on Member { id } } }',
    "InvalidFragmentType: Fragment cannot be spread here as objects of type Book can never be of type Member @ 'book'",
  ],
  [
    '{ book { ...M } } fragment M on Member { id }',
    "InvalidFragmentType: Fragment M cannot be spread here as objects of type Book can never be of type Member @ 'book'",
  ],
  [
    '{ book { ...A } } fragment A on Book { next { ...A } }',
    "FragmentCycle: Fragment cycles not allowed @ 'A/next'",
  ],
  [
    '{ book { x: id x: title } }',
    "FieldsConflict: x: id and title are different fields @ 'book/id'",
  ],
  [
    '{ book(id: 1) { id } book(id: 2) { id } }',
    "FieldsConflict: book: they have differing arguments @ 'book'",
  ],
  [
    '{ book { next { x: id } } book { next { x: title } } }',
    "FieldsConflict: book: (next: (x: id and title are different fields)) @ 'book'",
  ],
  [
    '{ node { ... on Member { x: id } ... on Member { x: name } } }',
    "FieldsConflict: x: id and name are different fields @ 'node/id'",
  ],
  [
    '{ book { id } } query Two { book { id } }',
    'LoneAnonymousOperationViolation: Anonymous operation with other operations.',
  ],
  [
    'query A { book { id } } query A { book { id } }',
    "DuplicateOperationName: There can be only one operation named 'A'",
  ],
  [
    '{ book { ...A } } fragment A on Book { id } fragment A on Book { title }',
    "DuplicateFragmentName: There can be only one fragment named 'A' @ 'A'",
  ],
  [
    '{ text(id: 1, id: 1) }',
    "DuplicateArgumentNames: There can be only one argument named 'id' @ 'text'",
  ],
  [
    'query($a: ID!, $a: ID!) { text(id: $a) }',
    "DuplicateVariableName: There can be only one variable named 'a'",
  ],
  [
    '{ book { id @skip(if: false) @skip(if: false) } }',
    "DuplicateDirectiveName: Directives must be uniquely named within a location. The directive 'skip' used on a 'Field' is not unique. @ 'book/id'",
  ],
  [
    '{ book(filter: {word: "a", word: "b", also: "c"}) { id } }',
    "UniqueObjectFieldName: There can be only one field named 'word' @ 'book'",
  ],
  [
    '{ book { id } } type Book { id: ID }',
    "NonExecutableDefinition: Type 'Book' definition is not executable",
  ],
  [
    '{ book { id } } directive @a on FIELD',
    "NonExecutableDefinition: Directive 'a' definition is not executable",
  ],
  [
    '{ book { id } } schema { query: Query }',
    'NonExecutableDefinition: Schema definition is not executable',
  ],
];

/** Invalid literals: `ValuesOfCorrectTypeRule`. */
const WRONG: [field: string, message: string][] = [
  ['text(id: null)', "argument 'id' with value 'NullValue{}' must not be null"],
  ['text(id: 1.5)', "argument 'id' with value 'FloatValue{value=1.5}' is not a valid 'ID'"],
  [
    'book(color: BLUE)',
    "argument 'color' with value 'EnumValue{name='BLUE'}' is not a valid 'Color'",
  ],
  [
    'book(color: "RED")',
    "argument 'color' with value 'StringValue{value='RED'}' is not a valid 'Color'",
  ],
  [
    'book(filter: true)',
    "argument 'filter' with value 'BooleanValue{value=true}' must be an object type",
  ],
  [
    'book(filter: {n: 1})',
    "argument 'filter' with value 'ObjectValue{objectFields=[ObjectField{name='n', value=IntValue{value=1}}]}' is missing required fields '[word, also]'",
  ],
  [
    'book(filter: {word: "a", also: "b", n: "4"})',
    "argument 'filter.n' with value 'StringValue{value='4'}' is not a valid 'Int'",
  ],
  [
    'book(filter: {word: "a", also: "b", ids: [1, null]})',
    "argument 'filter.ids[1]' with value 'NullValue{}' must not be null",
  ],
  [
    'book(filter: {word: "a", also: $v, odd: []})',
    "argument 'filter' with value 'ObjectValue{objectFields=[ObjectField{name='word', value=StringValue{value='a'}}, ObjectField{name='also', value=VariableReference{name='v'}}, ObjectField{name='odd', value=ArrayValue{values=[]}}]}' contains a field not in 'Filter': 'odd'",
  ],
];

const said = async (query: string) => {
  const { data, errors } = await api.ask(query);
  return { data, errors, messages: errors?.map(({ message }: { message: string }) => message) };
};

describe('an invalid query', () => {
  test.each(INVALID)(
    'an invalid query is reported in the words of graphql-java: %s',
    async (query, ...expected) => {
      const { data, messages } = await said(query);
      expect(data).toBeNull();
      for (const message of expected) {
        expect(messages).toContain(`Validation error of type ${message}`);
      }
    },
  );

  test.each(WRONG)('wrong values in a query are reported: %s', async (field, message) => {
    const selection = field.startsWith('book') ? ' { id }' : '';
    const name = field.slice(0, 4);
    const variable = field.includes('$v') ? 'query($v: String!) ' : '';
    const { messages } = await said(`${variable}{ ${field}${selection} }`);
    expect(messages).toEqual([`Validation error of type WrongType: ${message} @ '${name}'`]);
  });

  test('a wrong default value of a variable is reported', async () => {
    const { messages } = await said('query($id: ID = 1.5) { book(id: $id) { id } }');
    expect(messages).toEqual([
      'Validation error of type BadValueForDefaultArg: Bad default value FloatValue{value=1.5} for type ID',
    ]);
  });

  test('every rule of the specification is covered', () => {
    const elsewhere = [
      'ValuesOfCorrectTypeRule',
      'SingleFieldSubscriptionsRule',
      'MaxIntrospectionDepthRule',
    ];
    const rules = specifiedRules
      .map(({ name }) => name)
      .filter((name) => !elsewhere.includes(name));
    expect(TRANSLATED_RULES).toEqual(expect.arrayContaining(rules));
  });

  test('each validation error has three members, including the place of an argument', async () => {
    const { errors } = await said('{\n  book(color: BLUE) { id }\n}');
    expect(errors).toEqual([
      {
        path: null,
        locations: [{ line: 2, column: 8, sourceName: null }],
        message: expect.stringContaining('WrongType'),
      },
    ]);
  });

  test('a variable of the wrong type is reported where it is used', async () => {
    const { errors } = await said('query($id: String!) {\n  text(id: $id)\n}');
    expect(errors[0].locations).toEqual([{ line: 2, column: 12, sourceName: null }]);
  });
});
