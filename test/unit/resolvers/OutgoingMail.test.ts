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
  ])('are not for %s, whatever led to the mail', (_, identity) => {
    expect(() => notes.request(asked({ identity, source }))).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it.each([
    ['an operator', anOperator],
    ['a workflow', aWorkflow],
  ])('are for %s', (_, identity) => {
    expect(JSON.stringify(notes.request(asked({ identity, source })))).toContain('"k"');
  });
});

describe('putting a mail back', () => {
  it.each([
    ['a member', aMember],
    ['a workflow, which is nobody', aWorkflow],
  ])('is not for %s', (_, identity) => {
    expect(() => retry.request(asked({ identity, args: { id: 'k' } }))).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it('names the operator of the token, and accepts nothing that was not said', () => {
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

  it('ends with a cursor while the database has found more than it gives', () => {
    const page = (...keys: string[]) =>
      mails.response(asked({ args: { first: 1 }, result: answered(keys.map(row)) }));
    expect(page('b').endCursor).toBeNull();
    expect(page('b', 'a')).toMatchObject({
      mails: [{ id: 'b', state: 'SENT' }],
      endCursor: '20261126000000000000~b',
    });
  });
});
