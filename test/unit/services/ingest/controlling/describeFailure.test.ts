import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../../../services/ingest/controlling/describeFailure.ts';

describe('why an execution failed', () => {
  it.each([
    ['{"errorType":"X","errorMessage":"Run \\"a\\" is MERGED","trace":[]}', 'Run "a" is MERGED'],
    // Step Functions cuts a long cause off.
    ['{"errorType":"X","errorMessage":"雪国","trace":["at Obj', '雪国'],
    ['the task stopped', 'the task stopped'],
  ])('is told in the words of what failed: %s', (cause, told) => {
    expect(describeFailure({ error: 'X', cause })).toBe(told);
  });

  it('is the name of the error where there are no words', () => {
    expect(describeFailure({ error: 'States.Timeout' })).toBe('States.Timeout');
    expect(describeFailure({})).toBeNull();
  });
});
