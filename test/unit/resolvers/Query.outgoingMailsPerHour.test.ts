import { describe, expect, it } from 'vitest';
import * as perHour from '../../../resolvers/Query.outgoingMailsPerHour.ts';
import { aMember, anOperator, answered, asked } from './resolving.ts';

const request = (args: object, identity: object | null = anOperator) =>
  perHour.request(asked({ identity, args }));

describe('mails per hour', () => {
  it.each([
    ['a stranger', null],
    ['a member', aMember],
  ])('outgoingMailsPerHour is denied to %s', (_, identity) => {
    expect(() => request({}, identity)).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it('outgoingMailsPerHour starts this many hours back, counting the current one', () => {
    expect(request({}).variableMap).toEqual({ ':back': 23 });
    expect(request({ hours: 1 }).variableMap).toEqual({ ':back': 0 });
  });

  it.each([0, -1, 73])('outgoingMailsPerHour rejects %i hours', (hours) => {
    expect(() => request({ hours })).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it('outgoingMailsPerHour returns each hour with any mails', () => {
    const result = answered([{ hour: '2026-11-26 03:00:00', sent: 4, skipped: 1, failed: 0 }]);
    expect(perHour.response(asked({ result }))).toEqual([
      { hour: '2026-11-26T03:00:00.000Z', sent: 4, skipped: 1, failed: 0 },
    ]);
  });
});
