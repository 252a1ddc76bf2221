import { describe, expect, it } from 'vitest';
import * as executions from '../../../resolvers/Query.workflowExecutions.ts';
import { aMember, anOperator, asked, aWorkflow } from './resolving.ts';

const request = (args: object, identity: object | null = anOperator) =>
  executions.request(asked({ identity, args: { workflow: 'INGEST', ...args } }));

describe('the executions of a workflow', () => {
  it.each([
    ['a stranger', null],
    ['a member', aMember],
  ])('workflowExecutions is denied to %s', (_, identity) => {
    expect(() => request({}, identity)).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it.each([
    ['an operator', anOperator],
    ['a workflow', aWorkflow],
  ])('workflowExecutions is open to %s', (_, identity) => {
    expect(request({}, identity).payload).toEqual({ workflow: 'INGEST', first: 20, after: null });
  });

  it.each(['', 'a b', '雪国', 'x'.repeat(1025), 'a\n'])(
    'workflowExecutions rejects the cursor %j',
    (after) => {
      expect(() => request({ after })).toThrow(
        expect.objectContaining({ errorType: 'InvalidCursor' }),
      );
    },
  );

  it.each([0, 101])('workflowExecutions rejects %i at a time', (first) => {
    expect(() => request({ first })).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it('workflowExecutions rejects a cursor that the function did not find', () => {
    // A function's result is passed as a value, not as text like the database's.
    const found = { ...asked({ identity: anOperator }), result: null };
    expect(() => executions.response(found)).toThrow(
      expect.objectContaining({ errorType: 'InvalidCursor' }),
    );
  });

  it('workflowExecutions is unavailable when nobody answers, and hides the error’s text', () => {
    const failed = asked({ error: { message: 'AccessDenied: arn:aws:x', type: 'Lambda' } });
    expect(() => executions.response(failed)).toThrow(
      expect.objectContaining({
        errorType: 'Unavailable',
        message: expect.not.stringContaining('arn'),
      }),
    );
  });
});
