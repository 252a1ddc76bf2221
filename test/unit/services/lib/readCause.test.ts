import { describe, expect, it } from 'vitest';
import { readCause } from '../../../../services/lib/readCause.ts';

describe('readCause', () => {
  it.each([
    ['{"errorType":"X","errorMessage":"Run \\"a\\" is MERGED","trace":[]}', 'Run "a" is MERGED'],
    // Step Functions cuts a long cause off.
    ['{"errorType":"X","errorMessage":"雪国","trace":["at Obj', '雪国'],
  ])("returns a function's message: %s", (cause, message) => {
    expect(readCause(cause)).toBe(message);
  });

  it('returns why a task stopped and how its containers ended', () => {
    const cause = '{"Containers":[{"ExitCode":137}],"StoppedReason":"Essential container exited"';
    expect(readCause(cause)).toBe('Essential container exited; ExitCode 137');
  });

  it.each(['the task stopped', '{"seen":1}', '{"errorMessage":"\\x"}'])(
    'returns anything else as it is: %s',
    (cause) => expect(readCause(cause)).toBe(cause),
  );

  it.each([undefined, null, ''])('returns null where there is no cause: %s', (cause) => {
    expect(readCause(cause)).toBeNull();
  });
});
