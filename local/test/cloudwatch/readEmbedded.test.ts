import { expect, test } from 'vitest';
import { readEmbedded } from '../../services/cloudwatch/readEmbedded.ts';

const directive = {
  Namespace: 'Own',
  Dimensions: [['service'], ['service', 'kind']],
  Metrics: [{ Name: 'Held', Unit: 'Count' }],
};
const line = (more: object = {}, directives: object[] = [directive]) =>
  JSON.stringify({
    _aws: { Timestamp: 1_790_000_000_000, CloudWatchMetrics: directives },
    service: 'ingest',
    kind: 'delta',
    Held: 2,
    ...more,
  });

test('a line returns each metric once for every set of dimensions', () => {
  const at = 1_790_000_000_000;
  expect(readEmbedded(line())).toEqual([
    {
      metric: { namespace: 'Own', name: 'Held', dimensions: { service: 'ingest' } },
      value: 2,
      at,
    },
    {
      metric: { namespace: 'Own', name: 'Held', dimensions: { service: 'ingest', kind: 'delta' } },
      value: 2,
      at,
    },
  ]);
});

test('a list of values returns each of them', () => {
  const [one] = [{ ...directive, Dimensions: [[]] }];
  expect(readEmbedded(line({ Held: [1, 4] }, [one])).map(({ value }) => value)).toEqual([1, 4]);
});

test.each([
  ['a metric without its value', line({ Held: undefined })],
  ['a value that is no number', line({ Held: '2' })],
  ['no time', JSON.stringify({ _aws: { CloudWatchMetrics: [directive] }, service: 'a', Held: 1 })],
  ['words before it', `2026-11-26T12:00:00Z\tINFO\t${line()}`],
  ['a line that is cut off', line().slice(0, -5)],
  ['a line of another kind', '{"level":"INFO","message":"_aws"}'],
  ['no JSON', 'RunsHeld'],
])('%s returns nothing', (_, text) => expect(readEmbedded(text)).toEqual([]));

test('a dimension without a value omits the sets that name it', () => {
  expect(readEmbedded(line({ kind: undefined })).map(({ metric }) => metric.dimensions)).toEqual([
    { service: 'ingest' },
  ]);
});
