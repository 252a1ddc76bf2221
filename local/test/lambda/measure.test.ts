import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Measurement } from '../../lib/metric.ts';
import type { Lambda } from '../../services/lambda/startLambda.ts';
import { runFunction } from './support.ts';

const code = `
export async function handler({ fails, count }) {
  if (count) process.stdout.write(JSON.stringify({
    _aws: { Timestamp: 1790000000000, CloudWatchMetrics: [
      { Namespace: 'Own', Dimensions: [[]], Metrics: [{ Name: 'Held' }] } ] },
    Held: count,
  }) + '\\n');
  console.log('a line of another kind');
  if (fails) throw new Error('it fails');
  return 'done';
}`;

let dir: string;
let lambda: Lambda & { arn: string };
const seen: Measurement[] = [];
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-measure-'));
  seen.length = 0;
  const measure = (measurements: Measurement[]) => seen.push(...measurements);
  lambda = await runFunction(dir, code, {}, { measure });
});
afterEach(async () => {
  await lambda.stop();
  rmSync(dir, { recursive: true });
});

const counted = () =>
  seen.map(({ metric, value }) => `${metric.namespace} ${metric.name} ${value}`);

test('an invocation is counted, with zero failures if it succeeds', async () => {
  await lambda.invoke(lambda.arn, {});
  expect(counted()).toEqual([
    'AWS/Lambda Invocations 1',
    'AWS/Lambda Errors 0',
    'AWS/Lambda Throttles 0',
  ]);
  expect(seen[0]?.metric.dimensions).toEqual({ FunctionName: 'Fn' });
});

test('a failed invocation counts as a failure', async () => {
  await expect(lambda.invoke(lambda.arn, { fails: true })).rejects.toThrow('it fails');
  expect(counted()).toContain('AWS/Lambda Errors 1');
});

test('a metric in a function’s log is counted once', async () => {
  await lambda.invoke(lambda.arn, { count: 3 });
  await lambda.invoke(lambda.arn, {});
  expect(seen.filter(({ metric }) => metric.namespace === 'Own')).toEqual([
    {
      metric: { namespace: 'Own', name: 'Held', dimensions: {} },
      value: 3,
      at: 1_790_000_000_000,
    },
  ]);
});
