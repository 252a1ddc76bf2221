import { describe, expect, it } from 'vitest';
import * as retry from '../../../resolvers/functions/mail/putBackMail.ts';
import * as notes from '../../../resolvers/OutgoingMail.notes.ts';
import * as mails from '../../../resolvers/Query.outgoingMails.ts';
import { aMember, anOperator, answered, asked, aWorkflow } from './resolving.ts';

const source = { id: 'k', state: 'SENT' };

describe('the notes of a mail', () => {
  // A field that gives a mail to others must not give these.
  it.each([
    ['a stranger', null],
    ['a member', aMember],
  ])('the notes of a mail are denied to %s, however the mail was reached', (_, identity) => {
    expect(() => notes.request(asked({ identity, source }))).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it.each([
    ['an operator', anOperator],
    ['a workflow', aWorkflow],
  ])('the notes of a mail are open to %s', (_, identity) => {
    expect(JSON.stringify(notes.request(asked({ identity, source })))).toContain('"k"');
  });
});

describe('retrying a mail', () => {
  it.each([
    ['a member', aMember],
    ['a workflow, which is nobody', aWorkflow],
  ])('retrying a mail is denied to %s', (_, identity) => {
    expect(() => retry.request(asked({ identity, args: { id: 'k' } }))).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it('retrying a mail records the token’s operator, and accepts a duplicate only if stated', () => {
    const { variableMap } = retry.request(asked({ identity: anOperator, args: { id: 'k' } }));
    expect(variableMap).toMatchObject({ ':by': anOperator.sub, ':accepted': 0 });
  });
});

describe('a page of mails', () => {
  const row = (key: string) => ({
    mail_key: key,
    pressing: 5,
    created_at: '2026-11-26 00:00:00',
    moment: '20261126000000000000',
  });

  it('a page of mails ends with a cursor while the database has found more than it returns', () => {
    const page = (...keys: string[]) =>
      mails.response(asked({ args: { first: 1 }, result: answered(keys.map(row)) }));
    expect(page('b').endCursor).toBeNull();
    expect(page('b', 'a')).toMatchObject({
      mails: [{ id: 'b', state: 'SENT' }],
      endCursor: '20261126000000000000~b',
    });
  });
});
