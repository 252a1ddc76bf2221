import { expect, test } from 'vitest';
import { StateError } from '../../services/states/expressions/stateError.ts';
import { countRetries, findCatcher } from '../../services/states/language/retry.ts';
import { functionArn, invoke, machine, run } from './support.ts';

const error = (name: string) => new StateError(name, 'why');
const waits = (retry: object[], name: string, random?: () => number) => {
  const next = countRetries(retry as never, random);
  const found: (number | undefined)[] = [];
  do found.push(next(error(name)));
  while (found.at(-1) !== undefined && found.length < 20);
  return found.slice(0, -1);
};

test('a retrier retries three times by default, after 1, 2 and 4 seconds', () => {
  expect(waits([{ ErrorEquals: ['Busy'] }], 'Busy')).toEqual([1, 2, 4]);
});

test('IntervalSeconds, BackoffRate, MaxDelaySeconds and MaxAttempts determine the waits', () => {
  const retrier = {
    ErrorEquals: ['Busy'],
    IntervalSeconds: 4,
    BackoffRate: 1.5,
    MaxAttempts: 4,
    MaxDelaySeconds: 8,
  };
  expect(waits([retrier], 'Busy')).toEqual([4, 6, 8, 8]);
});

test('MaxAttempts 0 never retries', () => {
  expect(waits([{ ErrorEquals: ['Busy'], MaxAttempts: 0 }], 'Busy')).toEqual([]);
});

test('full jitter waits anything up to the delay, no jitter exactly the delay', () => {
  const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 10, MaxAttempts: 2 };
  const half = () => 0.5;
  expect(waits([{ ...retrier, JitterStrategy: 'FULL' }], 'Busy', half)).toEqual([5, 10]);
  expect(waits([{ ...retrier, JitterStrategy: 'NONE' }], 'Busy', half)).toEqual([10, 20]);
});

test('the first retrier that names the error decides, and each counts separately', () => {
  const next = countRetries([
    { ErrorEquals: ['Busy'], MaxAttempts: 1, IntervalSeconds: 7 },
    { ErrorEquals: ['States.ALL'], MaxAttempts: 2, IntervalSeconds: 3 },
  ]);
  expect(['Busy', 'Other', 'Busy', 'Other', 'Other'].map((name) => next(error(name)))).toEqual([
    7,
    3,
    undefined,
    6,
    undefined,
  ]);
});

test.each([
  ['States.ALL', 'Own', true],
  ['States.ALL', 'States.Timeout', true],
  ['States.ALL', 'States.DataLimitExceeded', true],
  ['States.ALL', 'States.Runtime', false],
  ['States.Runtime', 'States.Runtime', false],
  ['States.TaskFailed', 'Own', true],
  ['States.TaskFailed', 'States.Timeout', false],
  ['States.Timeout', 'States.Timeout', true],
  ['Own', 'Other', false],
])('%s catches %s: %s', (named, thrown, caught) => {
  const catchers = [{ ErrorEquals: [named], Next: 'Caught' }];
  expect(findCatcher(catchers, error(thrown)) !== undefined).toBe(caught);
});

test('a test may shorten retry delays', async () => {
  const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 300, MaxAttempts: 2 };
  const parameters = { FunctionName: functionArn };
  const asked = machine({
    Ask: { ...invoke, Parameters: parameters, Retry: [retrier], End: true },
  });
  let calls = 0;
  const invokeLambda = async () => {
    calls += 1;
    if (calls < 3) throw Object.assign(new Error('why'), { name: 'Busy' });
    return 'well';
  };
  const done = await run(asked, {}, { invokeLambda, retryPace: 0.0001 });
  expect(done.output).toMatchObject({ Payload: 'well' });
  expect(calls).toBe(3);
});
