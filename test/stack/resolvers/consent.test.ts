import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { CONSENT_WORDINGS } from '../../../domain/consent/consentWordings.ts';
import { stopAll, undoStopAll } from '../../../services/mail/stopping/stopAll.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf } from '../../support/shelf.ts';

let database: Database;
let token: string;
let other: string;
let bookId: string;

beforeAll(async () => {
  const [member, neighbour] = testStack().members;
  if (!member || !neighbour) throw new Error('the stack has fewer than two members');
  database = openStackDatabase(testStack());
  token = await signIn(testStack(), member.login, member.password);
  other = await signIn(testStack(), neighbour.login, neighbour.password);
  bookId = await openShelf(database).add();
});

const say = async <T>(document: string, variables: object = {}, as = token): Promise<T> => {
  const answer = await ask<T>(testStack(), document, variables, as);
  if (answer.errors || answer.data === null) throw new Error(JSON.stringify(answer));
  return answer.data;
};

const SUBSCRIBE = `mutation ($id: ID!, $wording: ConsentWording) {
  subscribeToBook(bookId: $id, wording: $wording) { bookId since }
}`;
const UNSUBSCRIBE = 'mutation ($id: ID!) { unsubscribeFromBook(bookId: $id) { bookId } }';

const consents = () =>
  database.query(
    `select source, wording, withdrawn_at is not null as is_withdrawn, withdrawn_by
     from consent where book_id = :bookId order by given_at`,
    { bookId },
  );

describe('the consent to a subscription', () => {
  it('a consent is kept with its wording, once, and is marked when withdrawn', async () => {
    await say(SUBSCRIBE, { id: bookId, wording: 'EN_1' });
    await say(SUBSCRIBE, { id: bookId });
    const given = { source: 'web', wording: CONSENT_WORDINGS.EN_1 };
    expect(await consents()).toEqual([{ ...given, is_withdrawn: 0, withdrawn_by: null }]);

    await say(UNSUBSCRIBE, { id: bookId });
    const withdrawn = { ...given, is_withdrawn: 1, withdrawn_by: 'web' };
    expect(await consents()).toEqual([withdrawn]);

    await say(SUBSCRIBE, { id: bookId });
    expect(await consents()).toEqual([
      withdrawn,
      { source: 'web', wording: CONSENT_WORDINGS.JA_1, is_withdrawn: 0, withdrawn_by: null },
    ]);
    await say(UNSUBSCRIBE, { id: bookId });
  });

  it('a consent is at least as old as its subscription', async () => {
    await say(SUBSCRIBE, { id: bookId });
    const [row] = await database.query(
      `select max(c.given_at) <= max(s.created_at) as comes_first from subscription s
       join consent c on c.member_id = s.member_id and c.book_id = s.book_id
       where s.book_id = :bookId`,
      { bookId },
    );
    expect(row).toEqual({ comes_first: 1 });
  });

  it('a consent exists for every subscription', async () => {
    const [row] = await database.query(
      `select count(*) as n from subscription s where s.consent_source = 'web'
         and s.book_id = :bookId and not exists (
         select 1 from consent c where c.member_id = s.member_id and c.book_id = s.book_id
           and c.withdrawn_at is null)`,
      { bookId },
    );
    expect(row?.n).toBe(0);
  });
});

describe('mail settings', () => {
  const SET = `mutation ($input: MailSettingsInput!) {
    setMailSettings(input: $input) { language stoppedAt }
  }`;
  type Settings = { language: string; stoppedAt: string | null };
  const set = async (input: object) =>
    (await say<{ setMailSettings: Settings }>(SET, { input })).setMailSettings;
  const read = async (as = token) =>
    (
      await say<{ viewer: { mail: Settings } }>(
        '{ viewer { mail { language stoppedAt } } }',
        {},
        as,
      )
    ).viewer.mail;

  it('mail settings change one by one, and belong to the member who asks', async () => {
    const others = await read(other);
    expect(await set({ language: 'EN' })).toEqual({ language: 'EN', stoppedAt: null });
    const stopped = await set({ stopped: true });
    expect(stopped).toEqual({ language: 'EN', stoppedAt: expect.stringMatching(/Z$/) });
    // A second stop keeps the time of the first, and a change of language keeps both.
    expect(await set({ stopped: true })).toEqual(stopped);
    expect(await set({ language: 'JA', stopped: null })).toEqual({ ...stopped, language: 'JA' });
    expect(await read()).toEqual({ ...stopped, language: 'JA' });
    expect(await read(other)).toEqual(others);
    expect(await set({ stopped: false })).toEqual({ language: 'JA', stoppedAt: null });
    expect(await set({})).toEqual({ language: 'JA', stoppedAt: null });
  });

  it('mail settings keep a record of each stop, attributed to the web when the web stops after a link', async () => {
    const me = { me: (await say<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id };
    const kept = () =>
      database.query(
        `select stopped_by, resumed_by from mail_stop where member_id = :me
         order by stopped_at, stopped_by`,
        me,
      );
    await database.execute('delete from mail_stop where member_id = :me', me);
    await stopAll(database, me.me, new Date());
    await set({ stopped: true });
    expect(await kept()).toEqual([
      { stopped_by: 'mail', resumed_by: null },
      { stopped_by: 'web', resumed_by: null },
    ]);
    expect(await undoStopAll(database, me.me, new Date())).toBe(false);
    expect((await read()).stoppedAt).not.toBeNull();
    await set({ stopped: false });
    await set({ language: 'JA' });
    expect(await kept()).toEqual([
      { stopped_by: 'mail', resumed_by: 'web' },
      { stopped_by: 'web', resumed_by: 'web' },
    ]);
  });
});
