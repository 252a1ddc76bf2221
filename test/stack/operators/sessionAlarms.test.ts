import { afterEach, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { alarmMail } from '../../support/alarms.ts';
import { reviewRuns } from '../auth/reviewRuns.ts';

const database = () => openStackDatabase(testStack());

/** Sessions of many members, none of whom the shop lists any more. */
async function theShopHasLostItsMembers(): Promise<void> {
  await database().execute(
    `insert into member_session (id, member_id, password_mark, expires_at, token_at, check_at)
     with recursive n (i) as (select 1 union all select i + 1 from n where i < 150)
     select concat('lost-', i), concat('lost-', i), 'x', utc_timestamp(6) + interval 1 day,
       utc_timestamp(6), utc_timestamp(6) - interval 1 day from n`,
  );
}

/** Makes the sessions due for review again. */
async function aMinutePasses(): Promise<void> {
  await database().execute(
    "update member_session set check_at = check_at - interval 1 minute where id like 'lost-%'",
  );
}

describe('alarms about sessions', { timeout: 120_000 }, () => {
  afterEach(() => database().execute("delete from member_session where id like 'lost-%'"));

  it('an alarm tells the operator of sessions that are kept because the shop’s view is implausible', async () => {
    await theShopHasLostItsMembers();
    for (let time = 0; time < 3; time += 1) {
      await aMinutePasses();
      await expect(reviewRuns()).rejects.toThrow('The shop lists');
    }
    const { text } = await alarmMail('shinkan-sessions-not-ended', testStack().operator.email);
    expect(text).toContain('docs/runbook.md#revoked-sessions-are-not-ended');
    const [row] = await database().query(
      "select count(*) as living from member_session where id like 'lost-%' and ended_at is null",
    );
    expect(row?.living).toBe(150);
  });
});
