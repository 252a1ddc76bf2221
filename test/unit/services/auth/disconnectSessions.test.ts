import { expect, it } from 'vitest';
import { disconnectSessions } from '../../../../services/auth/disconnectSessions.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `session-${index}`);

it('an API that never answers holds nobody up, and that is told', async () => {
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

it('no more than fifty requests wait for their answer', async () => {
  let requests = 0;
  const ask = () => {
    requests += 1;
    return new Promise<never>(() => {});
  };
  let asked = 0;
  // It gives up at the second look at a full queue.
  const goesOn = () => {
    asked += requests >= 50 ? 1 : 0;
    return asked < 3;
  };
  await disconnectSessions(ask, ids(300), { goesOn, lastAnswerMs: 10 });
  expect(requests).toBe(50);
});
