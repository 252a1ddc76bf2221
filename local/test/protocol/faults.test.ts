import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AwsError } from '../../services/protocol/awsError.ts';
import { Faults } from '../../services/protocol/faults.ts';
import { type Listening, listen } from '../../services/protocol/listen.ts';
import { faultsPath, serveFaults } from '../../services/protocol/serveFaults.ts';

const errors = { Throttling: () => new AwsError('Throttling', 'Rate exceeded', 400) };

/** A service with two operations; each call reports whether its work was done. */
function aService() {
  const faults = new Faults({
    operations: ['Send', 'List'],
    errors,
  });
  const call = (operation: string) => {
    try {
      return faults.take(operation) ?? 'done';
    } catch (error) {
      return error instanceof AwsError ? error.name : error;
    }
  };
  return {
    faults,
    calls: (operation: string, n: number) => Array.from({ length: n }, () => call(operation)),
  };
}

describe('faults of a service', () => {
  it('there are no faults until a test requests them', () => {
    expect(aService().calls('Send', 2)).toEqual(['done', 'done']);
  });

  it('faults hit the next calls, one rule after the other', () => {
    const { faults, calls } = aService();
    faults.set([
      { fault: 'Throttling', times: 2 },
      { fault: 'timeout', times: 1 },
      { fault: 'answerLost', times: 1 },
    ]);
    expect(calls('Send', 5)).toEqual(['Throttling', 'Throttling', 'timeout', 'answerLost', 'done']);
    expect(faults.rules).toEqual([]);
  });

  it('faults hit one operation and leave the others alone', () => {
    const { faults, calls } = aService();
    faults.set([{ operation: 'Send', fault: 'Throttling', times: 1 }]);
    expect(calls('List', 2)).toEqual(['done', 'done']);
    expect(calls('Send', 2)).toEqual(['Throttling', 'done']);
  });

  it.each([
    [0.25, 8, 2],
    [0.1, 100, 10],
    [1, 3, 3],
    [1 / 3, 9, 3],
  ])('faults hit a share of %d: of %d calls %d', (share, n, failed) => {
    const { faults, calls } = aService();
    faults.set([{ fault: 'Throttling', share }]);
    expect(calls('Send', n).filter((outcome) => outcome === 'Throttling')).toHaveLength(failed);
    expect(faults.rules).toEqual([{ fault: 'Throttling', share, seen: n, taken: failed }]);
  });

  it.each([
    [
      { fault: 'Throtling', times: 1 },
      'fault Throtling is none of timeout, answerLost, Throttling',
    ],
    [{ fault: 'timeout', operation: 'Sent', times: 1 }, 'operation Sent is none of Send, List'],
    [{ fault: 'timeout' }, 'exactly one of times and share'],
    [{ fault: 'timeout', times: 1, share: 1 }, 'exactly one of times and share'],
    [{ fault: 'timeout', times: 0 }, 'times is 0'],
    [{ fault: 'timeout', share: 1.5 }, 'share is 1.5'],
  ])('an invalid rule is rejected: %o', (rule, message) => {
    const { faults, calls } = aService();
    faults.set([{ fault: 'Throttling', times: 1 }]);
    expect(() => faults.set([rule])).toThrow(message);
    expect(calls('Send', 1)).toEqual(['Throttling']);
  });
});

describe('fault switches over HTTP', () => {
  let service: ReturnType<typeof aService>;
  let server: Listening;
  beforeEach(async () => {
    service = aService();
    server = await listen(
      0,
      (...exchange) => serveFaults(service.faults, ...exchange),
      () => {},
    );
  });
  afterEach(() => server.stop());
  const ask = async (method: string, body?: string) => {
    const response = await fetch(server.url + faultsPath, { method, body: body ?? null });
    return { status: response.status, ...((await response.json()) as object) };
  };

  it('any process can set, read and end faults', async () => {
    const known = {
      status: 200,
      operations: ['Send', 'List'],
      kinds: ['timeout', 'answerLost', 'Throttling'],
    };
    const rule = { operation: 'Send', fault: 'Throttling', times: 2 };
    expect(await ask('PUT', JSON.stringify({ faults: [rule] }))).toEqual({
      ...known,
      faults: [{ ...rule, seen: 0, taken: 0 }],
    });
    expect(service.calls('Send', 1)).toEqual(['Throttling']);
    expect(await ask('GET')).toEqual({ ...known, faults: [{ ...rule, seen: 1, taken: 1 }] });
    expect(await ask('DELETE')).toEqual({ ...known, faults: [] });
    expect(service.calls('Send', 1)).toEqual(['done']);
  });

  it.each([
    ['PUT', '{', 400, 'not JSON'],
    ['PUT', 'null', 400, 'no list "faults"'],
    ['PUT', '{"faults":[{"fault":"timeout","time":1}]}', 400, 'time: expected only'],
    ['PUT', '{"faults":[{"fault":"timeout","times":"many"}]}', 400, 'times is NaN'],
    ['PUT', '{"faults":[7]}', 400, 'fault undefined is none of'],
    ['POST', '{}', 405, 'POST is not allowed: expected GET, PUT or DELETE'],
  ])('the fault switches answer %s %s with %d', async (method, body, status, message) => {
    expect(await ask(method, body)).toEqual({ status, message: expect.stringContaining(message) });
  });
});
