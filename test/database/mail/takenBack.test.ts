import { beforeEach, describe, expect, it } from 'vitest';
import * as subscribe from '../../../resolvers/functions/subscriptions/addSubscription.ts';
import * as forget from '../../../resolvers/functions/subscriptions/forgetSubscription.ts';
import * as consent from '../../../resolvers/functions/subscriptions/recordBookConsent.ts';
import * as remove from '../../../resolvers/functions/subscriptions/removeReasons.ts';
import * as withdraw from '../../../resolvers/functions/subscriptions/withdrawBookConsent.ts';
import { aMember, asked } from '../../unit/resolvers/resolving.ts';
import { aPrivateOutbox } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const shinkan = () => outbox.open('shinkan');

const STEPS = { S1: consent, S2: subscribe, U1: withdraw, U2: remove, U3: forget };
type Step = keyof typeof STEPS;

/**
 * Does what AppSync does in a step: runs its statements one after the other, without a transaction.
 */
async function run(...steps: Step[]): Promise<void> {
  for (const step of steps) {
    const ctx = asked({ args: { bookId: 'a' }, identity: aMember, selected: [] });
    const { statements, variableMap } = STEPS[step].request(ctx);
    const values = Object.entries(variableMap ?? {}).map(([name, value]) => [name.slice(1), value]);
    for (const sql of statements) {
      const all: { [name: string]: string } = Object.fromEntries(values);
      const used = Object.entries(all).filter(([name]) => sql.includes(`:${name}`));
      await (sql.startsWith('select')
        ? shinkan().query(sql, Object.fromEntries(used))
        : shinkan().execute(sql, Object.fromEntries(used)));
    }
  }
}

const count = async (
  table: 'subscription' | 'subscription_reason' | 'consent where withdrawn_at is null',
) => Number((await shinkan().query(`select count(*) as n from ${table}`))[0]?.n);

beforeEach(async () => {
  await outbox.members(7);
  await outbox.happens('a', 'ANNOUNCED');
});

describe('concurrent subscribing and unsubscribing', () => {
  const ORDERS: Step[][] = [
    ['S1', 'S2', 'U1', 'U2', 'U3'],
    ['S1', 'U1', 'S2', 'U2', 'U3'],
    ['S1', 'U1', 'U2', 'S2', 'U3'],
    ['S1', 'U1', 'U2', 'U3', 'S2'],
    ['U1', 'S1', 'S2', 'U2', 'U3'],
    ['U1', 'S1', 'U2', 'S2', 'U3'],
    ['U1', 'S1', 'U2', 'U3', 'S2'],
    ['U1', 'U2', 'S1', 'S2', 'U3'],
    ['U1', 'U2', 'S1', 'U3', 'S2'],
    ['U1', 'U2', 'U3', 'S1', 'S2'],
  ];

  it.each(ORDERS)(
    'the order %s %s %s %s %s ends with both a subscription and its consent, or neither',
    async (...order) => {
      for (const before of [[], ['S1', 'S2']] as Step[][]) {
        await run(...before, ...order);
        const stands = order.indexOf('S1') > order.indexOf('U1') ? 1 : 0;
        expect(await count('consent where withdrawn_at is null')).toBe(stands);
        expect(await count('subscription')).toBe(stands);
        expect(await count('subscription_reason')).toBe(stands);
        await run('U1', 'U2', 'U3');
      }
    },
  );

  it('sendMails sends nothing once the consent is withdrawn, even if the other steps never ran', async () => {
    await run('S1', 'S2');
    await outbox.goesOnSale('a');
    await outbox.fill();
    await run('U1');
    expect(await outbox.send()).toMatchObject({ sent: 0, skipped: 1 });
    expect(outbox.accepted).toEqual([]);
  });
});
