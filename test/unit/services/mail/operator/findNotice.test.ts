import { describe, expect, it, test, vi } from 'vitest';
import { statusChange } from '../../../../../local/services/states/executions/statusChange.ts';
import { log } from '../../../../../services/lib/log.ts';
import { readExecution } from '../../../../../services/mail/operators/execution.ts';
import { findNotice } from '../../../../../services/mail/operators/findNotice.ts';
import { operatorAddresses } from '../../../../../services/mail/operators/operatorAddresses.ts';
import { aRun, ended } from './notices.ts';

describe('findNotice returns the kind of notice for', () => {
  it.each([
    ['a run that is held', 'SUCCEEDED', 'HELD', 'HELD'],
    ['a run that is merged', 'SUCCEEDED', 'MERGED', null],
    ['a run that was let go', 'SUCCEEDED', 'DISCARDED', null],
    ['a file that was refused', 'FAILED', 'REFUSED', 'REFUSED'],
    ['a run that broke off', 'FAILED', 'STAGED', 'FAILED'],
    ['a run that took too long', 'TIMED_OUT', 'STAGING', 'TIMED_OUT'],
    ['a run that somebody stopped', 'ABORTED', 'STAGED', 'ABORTED'],
    ['a run that is held, though its execution failed later', 'FAILED', 'HELD', 'HELD'],
    ['a run that is held, though somebody stopped its execution', 'ABORTED', 'HELD', 'HELD'],
  ] as const)('%s', (_, status, state, kind) => {
    expect(findNotice(ended({ status }), aRun({ state }))).toBe(kind);
  });

  it('a failure before there was a run', () => {
    expect(findNotice(ended({ status: 'FAILED' }), null)).toBe('FAILED');
  });

  it('a failed dry run whose run was left held', () => {
    const tried = ended({ status: 'FAILED', isDryRun: true });
    expect(findNotice(tried, aRun({ state: 'HELD' }))).toBe('FAILED');
  });

  it('a failed approval of a run that stays held', () => {
    const approval = ended({ status: 'FAILED', name: 'approve-1', runId: 'run-1' });
    expect(findNotice(approval, aRun({ state: 'HELD' }))).toBe('FAILED');
  });

  it('a successful approval: none, whatever became of the run since', () => {
    const approval = ended({ status: 'SUCCEEDED', name: 'approve-1', runId: 'run-1' });
    expect(findNotice(approval, aRun({ state: 'HELD' }))).toBeNull();
  });
});

describe('readExecution', () => {
  const detail = {
    executionArn: 'arn:e',
    stateMachineArn: 'arn:m',
    name: 'approve-1',
    status: 'FAILED',
    startDate: 1_790_000_000_000,
    stopDate: 1_790_000_001_000,
  };

  it('readExecution parses the event of Step Functions', () => {
    const event = statusChange({
      arn: 'arn:e',
      stateMachineArn: 'arn:m',
      name: 'run-1',
      input: '{"profile":"shinkan","key":"incoming/run-1/a.csv","encoding":""}',
      status: 'FAILED',
      startedAt: detail.startDate,
      stoppedAt: detail.stopDate,
    });
    expect(readExecution(event)).toMatchObject({
      runId: 'run-1',
      status: 'FAILED',
      fileKey: 'incoming/run-1/a.csv',
      endedAt: new Date(detail.stopDate),
    });
  });

  it('readExecution returns the run that an operator decided on', () => {
    const input = JSON.stringify({ approve: 'run-1', by: 'tencho' });
    expect(readExecution({ detail: { ...detail, input } })).toMatchObject({ runId: 'run-1' });
  });

  it.each([
    ['{"profile":"shinkan","key":"incoming/a.csv","encoding":"","dryRun":true}', true],
    ['{"profile":"shinkan","key":"incoming/a.csv","encoding":"","dryRun":null}', true],
    ['{"profile":"shinkan","key":"incoming/a.csv","encoding":""}', false],
  ])('readExecution recognizes a dry run like the workflow: %s', (input, isDryRun) => {
    expect(readExecution({ detail: { ...detail, input } })).toMatchObject({ isDryRun });
  });

  it('readExecution accepts an execution just before its end, with the workflow’s time format', () => {
    const startDate = '2026-11-25T21:00:00.123Z';
    expect(readExecution({ detail: { ...detail, startDate, stopDate: undefined } })).toMatchObject({
      startedAt: new Date(startDate),
      endedAt: null,
    });
  });

  it.each([
    ['left out', undefined],
    ['null', null],
    ['no JSON', '{'],
    ['of another form', '{"approve": 5}'],
    ['a text', '"run"'],
  ])('readExecution returns the execution’s own run if its input is %s', (_, input) => {
    expect(readExecution({ detail: { ...detail, input } })).toMatchObject({
      runId: 'approve-1',
      fileKey: null,
      error: null,
    });
  });

  it('readExecution refuses a running execution and any other event', () => {
    expect(() => readExecution({ detail: { ...detail, status: 'RUNNING' } })).toThrow('status');
    expect(() => readExecution({ detail: {} })).toThrow('executionArn');
  });
});

describe('operatorAddresses', () => {
  test.each([
    ['', []],
    ['tencho@shop.example', ['tencho@shop.example']],
    [' a@shop.example, b@shop.example,a@shop.example', ['a@shop.example', 'b@shop.example']],
  ])('%j', (OPERATOR_MAIL, addresses) => {
    expect(operatorAddresses({ OPERATOR_MAIL })).toEqual(addresses);
  });

  test.each([
    'tencho',
    'a@shop.example;b@shop.example',
    'a@shop.example\r\nBcc: b@shop.example',
    '店長@shop.example',
    `${'a'.repeat(250)}@shop.example`,
  ])('operatorAddresses skips and logs invalid addresses: %j', (wrong) => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => {});
    const OPERATOR_MAIL = `first@shop.example,${wrong},last@shop.example`;
    expect(operatorAddresses({ OPERATOR_MAIL })).toEqual([
      'first@shop.example',
      'last@shop.example',
    ]);
    expect(logged.mock.calls).toEqual([[expect.stringContaining(JSON.stringify(wrong))]]);
    logged.mockRestore();
  });

  test('operatorAddresses names a missing setting', () => {
    expect(() => operatorAddresses({})).toThrow('OPERATOR_MAIL is not set');
  });
});
