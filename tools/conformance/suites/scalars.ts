import type { Belief } from '../belief.ts';
import type { ConformanceTarget } from '../target.ts';

const PAGE = 'AWS: "Scalar types in AWS AppSync"';

/** What each argument of `scalars` is, and values that its type takes or refuses. */
const CASES: { argument: string; type: string; good: unknown[]; bad: unknown[] }[] = [
  {
    argument: 'date',
    type: 'AWSDate',
    good: ['2024-02-29', '1970-01-01Z', '1970-01-01-07:00', '1970-01-01+05:30'],
    bad: ['2024-02-30', '2024-1-1', 'tomorrow'],
  },
  {
    argument: 'time',
    type: 'AWSTime',
    good: ['12:00:34Z', '05:30+05:30', '12:30:24.500-07:00'],
    bad: ['24:61', 'noon'],
  },
  {
    argument: 'dateTime',
    type: 'AWSDateTime',
    good: ['1970-01-01T12:30:00Z', '1970-01-01T12:30:00.000+05:30', '1970-01-01T12:30:00-06:00'],
    bad: ['1970-01-01', '1970-13-01T00:00:00Z'],
  },
  { argument: 'timestamp', type: 'AWSTimestamp', good: [0, -1, 1714521210], bad: ['now', 1.5] },
  {
    argument: 'email',
    type: 'AWSEmail',
    good: ['username@example.com'],
    bad: ['username', 'a b@example.com'],
  },
  {
    argument: 'url',
    type: 'AWSURL',
    good: ['https://www.example.com/a?b=c', 'mailto:example@example.com'],
    bad: ['www.example.com', 'https://', 'https://example.com/a//b'],
  },
  {
    argument: 'phone',
    type: 'AWSPhone',
    good: ['+81 3-1234-5678', '+1 415-555-2671', '415-555-2671'],
    bad: ['call me'],
  },
  {
    argument: 'ip',
    type: 'AWSIPAddress',
    good: ['123.12.34.56', '1a2b:3c4b::1234:4567', '123.45.67.89/16'],
    bad: ['256.0.0.1', '1.2.3.4/40'],
  },
];

const OPEN_VALUES: {
  id: string;
  argument: string;
  type: string;
  value: unknown;
  taken: boolean;
}[] = [
  {
    id: 'offset',
    argument: 'dateTime',
    type: 'AWSDateTime',
    value: '1970-01-01T12:30:00',
    taken: false,
  },
  {
    id: 'minutes',
    argument: 'dateTime',
    type: 'AWSDateTime',
    value: '1970-01-01T12:30Z',
    taken: true,
  },
  { id: 'hour-24', argument: 'time', type: 'AWSTime', value: '24:00', taken: false },
];

/** What the resolver received, or `refused`. */
async function received(to: ConformanceTarget, argument: string, type: string, value: unknown) {
  const query = `query ($value: ${type}) { scalars(${argument}: $value) }`;
  const { data, errors } = await to.ask(query, { value });
  if (errors !== undefined) return 'refused';
  return (JSON.parse(data.scalars) as { received: Record<string, unknown> }).received[argument];
}

const all = (to: ConformanceTarget, argument: string, type: string, values: unknown[]) =>
  Promise.all(values.map((value) => received(to, argument, type, value)));

/** What a field of `out` becomes. */
const shown = (value: object, field: string) => async (to: ConformanceTarget) =>
  (
    await to.ask(`query ($value: AWSJSON!) { out(value: $value) { ${field} } }`, {
      value: JSON.stringify(value),
    })
  ).data?.out?.[field];

export const scalars: Belief[] = [
  ...CASES.map(
    ({ argument, type, good, bad }): Belief => ({
      id: `scalars.${type}`,
      says: `${type} takes ${good.join(', ')} as they are, and refuses ${bad.join(', ')}`,
      status: 'documented',
      source: PAGE,
      see: async (to) => [await all(to, argument, type, good), await all(to, argument, type, bad)],
      expected: [good, bad.map(() => 'refused')],
    }),
  ),
  ...OPEN_VALUES.map(
    ({ id, argument, type, value, taken }): Belief => ({
      id: `scalars.${type}-${id}`,
      says: `${type} ${taken ? 'takes' : 'refuses'} ${value}`,
      status: id === 'offset' ? 'recalled' : 'open',
      source: PAGE,
      see: (to) => received(to, argument, type, value),
      expected: taken ? value : 'refused',
    }),
  ),
  {
    id: 'scalars.AWSJSON-in',
    says: 'AWSJSON is parsed for the resolver',
    status: 'documented',
    source: PAGE,
    see: (to) => all(to, 'json', 'AWSJSON', ['{"a":[1]}', '[1,"b"]', '3', 'true']),
    expected: [{ a: [1] }, [1, 'b'], 3, true],
  },
  {
    id: 'scalars.AWSJSON-refused',
    says: 'AWSJSON refuses a text that is no JSON',
    status: 'documented',
    source: PAGE,
    see: (to) => received(to, 'json', 'AWSJSON', '{a'),
    expected: 'refused',
  },
  {
    id: 'scalars.AWSJSON-out',
    says: 'AWSJSON leaves as a text',
    status: 'documented',
    source: PAGE,
    see: shown({ json: { a: [1] } }, 'json'),
    expected: '{"a":[1]}',
  },
  {
    id: 'scalars.AWSURL-out',
    says: 'a URL leaves as it is, without a slash added',
    status: 'recalled',
    source: PAGE,
    see: shown({ url: 'https://example.com' }, 'url'),
    expected: 'https://example.com',
  },
  {
    id: 'scalars.Int',
    says: 'Int ends at 32 bits',
    status: 'documented',
    source: 'GraphQL specification, section 3.5.1',
    see: shown({ int: 2147483648 }, 'int'),
    expected: null,
  },
];
