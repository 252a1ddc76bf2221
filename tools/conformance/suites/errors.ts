import type { Belief } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const UTIL = 'AWS: "Built-in utilities"';
const THREADS = 'public issue threads';

const failing =
  (how: string, selection = '{ id }') =>
  (to: ConformanceTarget) =>
    to.ask(`{ fail(how: "${how}") ${selection} }`);

const output = (value: object, selection: string) => (to: ConformanceTarget) =>
  to.ask(`query ($value: AWSJSON!) { out(value: $value) { ${selection} } }`, {
    value: JSON.stringify(value),
  });

const message =
  (see: (to: ConformanceTarget) => Promise<{ errors?: { message: string }[] }>) =>
  async (to: ConformanceTarget) =>
    (await see(to)).errors?.map((error) => error.message);

const at = (column: number) => [{ line: 1, column, sourceName: null }];

export const errors: Belief[] = [
  {
    id: 'errors.shape',
    says: 'util.error gives message, type, data and info beside path and locations, never in extensions',
    status: 'documented',
    source: UTIL,
    see: failing('error', '{ id name }'),
    expected: {
      data: { fail: null },
      errors: [
        {
          path: ['fail'],
          data: { id: '1', name: 'lost' },
          errorType: 'Gone',
          errorInfo: { why: 'sold' },
          locations: at(3),
          message: 'It is gone',
        },
      ],
    },
  },
  {
    id: 'errors.data-selected',
    says: "an error's data is filtered by the selection, its info is not",
    status: 'documented',
    source: UTIL,
    see: async (to) => {
      const [error] = (await failing('error', '{ other: name }')(to)).errors ?? [];
      return { data: error?.data, errorInfo: error?.errorInfo };
    },
    expected: { data: { other: 'lost' }, errorInfo: { why: 'sold' } },
  },
  {
    id: 'errors.message-only',
    says: 'an error without a type has the type null',
    status: 'reported',
    source: THREADS,
    see: failing('message'),
    expected: {
      data: { fail: null },
      errors: [
        {
          path: ['fail'],
          data: null,
          errorType: null,
          errorInfo: null,
          locations: at(3),
          message: 'It is gone',
        },
      ],
    },
  },
  {
    id: 'errors.append',
    says: 'util.appendError adds an error with its data and leaves the answer',
    status: 'documented',
    source: UTIL,
    see: failing('append', '{ id name }'),
    expected: {
      data: { fail: { id: '2', name: 'kept' } },
      errors: [
        {
          path: ['fail'],
          data: { id: '1', name: 'lost' },
          errorType: 'Worn',
          errorInfo: 'seen',
          locations: at(3),
          message: 'It is worn',
        },
      ],
    },
  },
  {
    id: 'errors.append-twice',
    says: 'appended errors keep their order',
    status: 'documented',
    source: UTIL,
    see: message(failing('twice')),
    expected: ['first', 'second'],
  },
  {
    id: 'errors.unauthorized',
    says: 'util.unauthorized denies the field',
    status: 'documented',
    source: UTIL,
    see: async (to) => {
      const { data, errors: told } = await failing('unauthorized')(to);
      return { data, errorType: told?.[0]?.errorType, message: told?.[0]?.message };
    },
    expected: {
      data: { fail: null },
      errorType: 'Unauthorized',
      message: 'Not Authorized to access fail on type Query',
    },
  },
  {
    id: 'errors.fault',
    says: 'a fault of the code tells the caller nothing but "Runtime Error" of the type Code',
    status: 'reported',
    source: THREADS,
    see: async (to) => {
      const { data, errors: told } = await failing('fault')(to);
      return { data, errorType: told?.[0]?.errorType, message: told?.[0]?.message };
    },
    expected: { data: { fail: null }, errorType: 'Code', message: 'Runtime Error' },
  },
  {
    id: 'errors.null',
    says: 'null where a value is required takes the parent away, in the words of graphql-java',
    status: 'reported',
    source: THREADS,
    see: async (to) => {
      const { data, errors: told } = await output(
        { id: '1', inner: { id: '2' } },
        'id inner { must }',
      )(to);
      return { data, path: told?.[0]?.path, message: told?.[0]?.message };
    },
    expected: {
      data: { out: { id: '1', inner: null } },
      path: ['out', 'inner', 'must'],
      message:
        "Cannot return null for non-nullable type: 'String' within parent 'Output' (/out/inner/must)",
    },
  },
  {
    id: 'errors.null-root',
    says: 'null in a required field of the root leaves data null',
    status: 'documented',
    source: 'GraphQL specification, section 6.4.4',
    see: async (to) => (await to.ask('{ must }')).data,
    expected: null,
  },
  {
    id: 'errors.list',
    says: 'a value that is no list is told as a mismatch',
    status: 'reported',
    source: THREADS,
    see: message(output({ list: 'x' }, 'list')),
    expected: ["Can't resolve value (/out/list) : type mismatch error, expected type LIST"],
  },
  {
    id: 'errors.scalar',
    says: 'a value that does not fit its scalar is null with an error that names its place',
    status: 'reported',
    source: THREADS,
    see: async (to) => {
      const { data, errors: told } = await output({ date: '2024-02-30' }, 'date')(to);
      return { data, message: told?.[0]?.message };
    },
    expected: {
      data: { out: { date: null } },
      message: /^Can't serialize value \(\/out\/date\) :/,
    },
  },
];
