import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CONSENT_WORDINGS } from '../../../domain/consent/consentWordings.ts';
import { STANDING_CONSENT_WORDINGS } from '../../../domain/consent/standingConsentWordings.ts';
import { request, response } from '../../../resolvers/functions/subscriptions/addSubscription.ts';
import * as consenting from '../../../resolvers/functions/subscriptions/recordBookConsent.ts';
import * as unsubscribing from '../../../resolvers/functions/subscriptions/removeReasons.ts';
import * as withdrawing from '../../../resolvers/functions/subscriptions/withdrawBookConsent.ts';
import { aBookRow, aMember, answered, asked } from './resolving.ts';

const row = {
  ...aBookRow,
  book_id: aBookRow.id,
  created_at: '2026-11-24 07:00:00.5',
  subscribed: 1,
};
const args = { bookId: aBookRow.id };

describe('subscribing to a book', () => {
  it('a subscription belongs to the member whom the token names', () => {
    const { statements, variableMap } = request(asked({ args, identity: aMember }));
    expect(statements).toHaveLength(2);
    expect(variableMap).toEqual({ ':me': '7', ':book': aBookRow.id });
  });

  it('a subscription starts with the consent, in exactly the words that the member saw', () => {
    const wording = (given?: string) =>
      consenting.request(asked({ args: { ...args, wording: given }, identity: aMember }))
        .variableMap?.[':wording'];
    expect(wording('EN_1')).toBe(CONSENT_WORDINGS.EN_1);
    expect(wording()).toBe(CONSENT_WORDINGS.JA_1);
  });

  it('a subscription does not start if its consent cannot be stored', () => {
    const error = { message: 'the database is away', type: 'Any' };
    expect(() => consenting.response(asked({ args, error }))).toThrow(
      expect.objectContaining({ errorType: 'Unavailable' }),
    );
  });

  it('a subscription is returned with its book', () => {
    const given = response(asked({ args, result: answered(null, [row]) }));
    expect(given).toMatchObject({
      bookId: aBookRow.id,
      since: '2026-11-24T07:00:00.500Z',
      book: { title: '雪国の灯', subscribed: true },
    });
  });

  it('a subscription to a book that does not exist fails', () => {
    expect(() => response(asked({ args, result: answered(null, []) }))).toThrow(
      expect.objectContaining({ errorType: 'BookNotFound' }),
    );
  });

  it('a subscription that ended leaves its book not subscribed', () => {
    const taken = unsubscribing.response(asked({ args, result: answered([row], null) }));
    expect(taken?.book.subscribed).toBe(false);
  });

  it('a subscription ends together with its consent, or not at all', () => {
    const ctx = asked({ args, identity: aMember });
    expect(withdrawing.request(ctx).variableMap).toEqual({ ':me': '7', ':book': aBookRow.id });
    const error = { message: 'the database is away', type: 'Any' };
    expect(() => withdrawing.response(asked({ args, error }))).toThrow(
      expect.objectContaining({ errorType: 'Unavailable' }),
    );
  });

  it('a subscription ended while it starts is reported as not started', () => {
    const gone = { ...row, created_at: null };
    expect(() => response(asked({ args, result: answered(null, [gone]) }))).toThrow(
      expect.objectContaining({ errorType: 'Unavailable' }),
    );
  });

  it('ending a subscription that never existed returns null', () => {
    expect(unsubscribing.response(asked({ args, result: answered([], null) }))).toBeNull();
  });
});

it.each([
  ['ConsentWording', CONSENT_WORDINGS],
  ['StandingConsentWording', STANDING_CONSENT_WORDINGS],
])('the schema contains each %s exactly as it is stored', (name, kept) => {
  const read = (file: string) =>
    readFileSync(new URL(`../../../schema/${file}`, import.meta.url), 'utf8');
  const schema = buildSchema(`${read('aws.graphql')}\n${read('schema.graphql')}`);
  const wordings = schema.getType(name);
  if (!(wordings instanceof GraphQLEnumType)) throw new Error('expected an enum');
  const described = wordings.getValues().map((value) => [value.name, value.description]);
  expect(Object.fromEntries(described)).toEqual(kept);
});
