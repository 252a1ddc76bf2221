import { type GraphQLScalarType, parseValue } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { SCALARS } from '../../services/appsync/definition/scalars.ts';
import { answering, startTestApi } from './startTestApi.ts';

const scalar = (name: string) => SCALARS.find((one) => one.name === name) as GraphQLScalarType;

const VALUES: [name: string, noun: string, good: unknown[], bad: unknown[]][] = [
  [
    'AWSDate',
    'date',
    [
      '2024-02-29',
      '2000-02-29',
      '-0004-02-29',
      '2024-04-30',
      '1970-01-01Z',
      '1970-01-01-07:00',
      '1970-01-01+05:30',
      '2024-01-01-08:00:30',
    ],
    [
      '2024-02-30',
      '2100-02-29',
      '2024-04-31',
      '2023-02-29',
      '2024-1-1',
      '20240101',
      '2024-01-01+25:00',
      '2024-01-01T00:00Z',
      1,
    ],
  ],
  [
    'AWSTime',
    'time',
    ['12:30', '12:30:24', '12:30:24.123Z', '12:30+05:30', '12:30:24.500+05:30:12'],
    ['24:00', '12:60', '1:00', '12:30:61', '12:30:24.1234567890'],
  ],
  [
    'AWSDateTime',
    'DateTime Object',
    ['2024-02-29T12:00:00Z', '2024-01-01T12:30:24.000+09:00', '1970-01-01T12:00:00+05:30:12'],
    ['2024-01-01T12:00:00', '2024-01-01', '2023-02-29T00:00Z', '2020-05-23T06:4:37.000Z'],
  ],
  ['AWSTimestamp', 'timestamp', [0, -1, 1_700_000_000], ['1', 1.5, true]],
  [
    'AWSEmail',
    'email address',
    ['a@b.example', 'a.b+c@d.e.jp', 'root@localhost'],
    ['a', '@b.jp', 'a@', 'a b@c.jp', 'a@b@c.jp', 'a@b..jp'],
  ],
  [
    'AWSURL',
    'URL',
    [
      'https://www.amazon.com/dp/B000NZW3KC/',
      'mailto:example@example.com',
      'ftp://x.jp',
      'https://shop.example/a?next=http://b//c',
    ],
    ['shop.example', '/a', 'http://', 'https://shop.example/a//b', 'http://a b'],
  ],
  [
    'AWSPhone',
    'phone number',
    ['+81 3-1234-5678', '+1 (206) 555-0100', '206-555-0100', '12065550100'],
    ['abc', '1', '1110004444', '0312345678', '+1 0312345678', '+81', '+1234567890123456'],
  ],
  [
    'AWSIPAddress',
    'IP address',
    ['123.12.34.56', '::1', '1a2b:3c4b::1234:4567', '10.0.0.0/8', 'fe80::/64'],
    ['256.0.0.1', '10.0.0.0/33', '[::1]', 'fe80::1%eth0', '::/129', '1.2.3.4/8/8', 'x'],
  ],
];

describe.each(VALUES)('%s', (name, noun, good, bad) => {
  test.each(good)('a scalar accepts %s unchanged', (value) => {
    expect(scalar(name).parseValue(value)).toBe(value);
    expect(scalar(name).parseLiteral(parseValue(JSON.stringify(value)), {})).toBe(value);
    expect(scalar(name).serialize(value)).toBe(value);
  });

  test.each(bad)('a scalar rejects %s with AppSync’s message', (value) => {
    const words = `\`${value}\` as a valid ${noun}.`;
    expect(() => scalar(name).parseValue(value)).toThrow(`Unable to parse ${words}`);
    expect(() => scalar(name).parseLiteral(parseValue(JSON.stringify(value)), {})).toThrow(
      `Unable to parse ${words}`,
    );
    expect(() => scalar(name).serialize(value)).toThrow(`Unable to serialize ${words}`);
  });
});

describe('AWSJSON', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());

  const start = async () => {
    const api = await startTestApi({
      schema: 'type Query { echo(json: AWSJSON): AWSJSON }',
      resolvers: {
        'Query.echo': answering('return { is: typeof ctx.args.json, value: ctx.args.json };'),
      },
    });
    stop = api.stop;
    return api;
  };

  test.each([
    ['{"a":[1]}', { is: 'object', value: { a: [1] } }],
    ['"text"', { is: 'string', value: 'text' }],
    ['7', { is: 'number', value: 7 }],
  ])('AWSJSON is a value for resolvers and a text for clients: %s', async (json, seen) => {
    const api = await start();
    const query = 'query($json: AWSJSON) { echo(json: $json) }';
    const literal = `{ echo(json: ${JSON.stringify(json)}) }`;
    for (const { data } of [await api.ask(query, { json }), await api.ask(literal)]) {
      expect(typeof data.echo).toBe('string');
      expect(JSON.parse(data.echo)).toEqual(seen);
    }
  });

  test('AWSJSON accepts neither an object nor a text that is not JSON', async () => {
    const api = await start();
    const query = 'query($json: AWSJSON) { echo(json: $json) }';
    expect((await api.ask(query, { json: { a: 1 } })).errors[0].message).toBe(
      'Variable \'json\' has an invalid value. Unable to parse `{"a":1}` as valid JSON.',
    );
    expect((await api.ask(query, { json: '{' })).errors[0].message).toBe(
      "Variable 'json' has an invalid value. Unable to parse `{` as valid JSON.",
    );
    expect((await api.ask('{ echo(json: {a: 10}) }')).errors[0].message).toBe(
      "Validation error of type WrongType: argument 'json' with value 'ObjectValue{objectFields=[ObjectField{name='a', value=IntValue{value=10}}]}' is not a valid 'AWSJSON' @ 'echo'",
    );
  });
});
