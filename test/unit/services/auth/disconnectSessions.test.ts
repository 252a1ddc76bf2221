import { expect, it } from 'vitest';
import { disconnectSessions } from '../../../../services/auth/disconnectSessions.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `session-${index}`);

it('disconnectSessions does not wait for an API that never answers, and reports it', async () => {
  let requests = 0;
  const ask = () => {
    requests += 1;
    return new Promise<never>(() => {});
  };
  const { closed, failures } = await disconnectSessions(ask, ids(12), { lastAnswerMs: 10 });
  expect([closed, requests]).toEqual([[], 3]);
  expect(failures).toEqual([
    expect.objectContaining({
      name: 'ApiUnanswered',
      message: 'The API did not answer 3 requests in time',
    }),
  ]);
});

it('disconnectSessions has at most fifty requests waiting for an answer', async () => {
  let requests = 0;
  const ask = () => {
    requests += 1;
    return new Promise<never>(() => {});
  };
  let asked = 0;
  // Gives up when it finds the queue full for the second time.
  const goesOn = () => {
    asked += requests >= 50 ? 1 : 0;
    return asked < 3;
  };
  await disconnectSessions(ask, ids(300), { goesOn, lastAnswerMs: 10 });
  expect(requests).toBe(50);
});
