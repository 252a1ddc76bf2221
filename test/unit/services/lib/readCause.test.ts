import { describe, expect, it } from 'vitest';
import { readCause } from '../../../../services/lib/readCause.ts';

describe('readCause', () => {
  it.each([
    ['{"errorType":"X","errorMessage":"Run \\"a\\" is MERGED","trace":[]}', 'Run "a" is MERGED'],
    // Step Functions truncates a long cause.
    ['{"errorType":"X","errorMessage":"雪国","trace":["at Obj', '雪国'],
  ])("readCause returns a function's message: %s", (cause, message) => {
    expect(readCause(cause)).toBe(message);
  });

  it('readCause returns why a task stopped and how its containers ended', () => {
    const cause = '{"Containers":[{"ExitCode":137}],"StoppedReason":"Essential container exited"';
    expect(readCause(cause)).toBe('Essential container exited; ExitCode 137');
  });

  it.each(['the task stopped', '{"seen":1}', '{"errorMessage":"\\x"}'])(
    'readCause returns anything else unchanged: %s',
    (cause) => expect(readCause(cause)).toBe(cause),
  );

  it.each([undefined, null, ''])('readCause returns null if there is no cause: %s', (cause) => {
    expect(readCause(cause)).toBeNull();
  });
});
