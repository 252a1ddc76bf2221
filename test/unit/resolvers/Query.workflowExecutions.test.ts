import { describe, expect, it } from 'vitest';
import * as executions from '../../../resolvers/Query.workflowExecutions.ts';
import { aMember, anOperator, asked, aWorkflow } from './resolving.ts';

const request = (args: object, identity: object | null = anOperator) =>
  executions.request(asked({ identity, args: { workflow: 'INGEST', ...args } }));

describe('the executions of a workflow', () => {
  it.each([
    ['a stranger', null],
    ['a member', aMember],
  ])('are not for %s', (_, identity) => {
    expect(() => request({}, identity)).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it.each([
    ['an operator', anOperator],
    ['a workflow', aWorkflow],
  ])('are for %s', (_, identity) => {
    expect(request({}, identity).payload).toEqual({ workflow: 'INGEST', first: 20, after: null });
  });

  it.each(['', 'a b', '雪国', 'x'.repeat(1025), 'a\n'])('have no place %j', (after) => {
    expect(() => request({ after })).toThrow(
      expect.objectContaining({ errorType: 'InvalidCursor' }),
    );
  });

  it.each([0, 101])('come not %i at a time', (first) => {
    expect(() => request({ first })).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it('have no such place where the function found none', () => {
    // The result of a function is what it gave, not a text as that of the database.
    const found = { ...asked({ identity: anOperator }), result: null };
    expect(() => executions.response(found)).toThrow(
      expect.objectContaining({ errorType: 'InvalidCursor' }),
    );
  });

  it('are unavailable while nobody answers, without the words of what failed', () => {
    const failed = asked({ error: { message: 'AccessDenied: arn:aws:x', type: 'Lambda' } });
    expect(() => executions.response(failed)).toThrow(
      expect.objectContaining({
        errorType: 'Unavailable',
        message: expect.not.stringContaining('arn'),
      }),
    );
  });
});
