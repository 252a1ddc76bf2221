import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '../../../services/lib/log.ts';
import { settings } from '../../database/mail/privateOutbox.ts';
import {
  type ReleaseDatabases,
  startReleaseDatabases,
} from '../../support/crashes/releaseDatabases.ts';
import { ReleaseWorld } from '../../support/crashes/releaseWorld.ts';

vi.setConfig({ testTimeout: 600_000 });

let databases: ReleaseDatabases;
let world: ReleaseWorld;

beforeAll(async () => {
  log.setLogLevel('SILENT');
  databases = await startReleaseDatabases();
  world = new ReleaseWorld({ root: databases.root, ...databases.open(), settings });
});
afterAll(() => databases?.stop());
beforeEach(begin);

async function begin(): Promise<void> {
  await world.begin();
  await databases.open().shop.execute('update customers set withdrawn_on = null');
}

const HASH = createHash('sha256').update('m1@reader.example').digest('hex');

/**
 * The ways in which member 1, who waits for books A and B, opts out, and what may still be told.
 */
const OPT_OUTS: { how: string; work: () => Promise<unknown>; stillWanted: string[] }[] = [
  {
    how: 'takes one subscription back',
    work: () =>
      databases.root.query(`delete from subscription where member_id = '1' and book_id = 'a'`),
    stillWanted: ['B'],
  },
  {
    how: 'stops all mails',
    work: () =>
      databases.root.query(
        `insert into member_setting (member_id, language, mail_stopped_at, mail_stopped_by, updated_at)
         values ('1', 'ja', utc_timestamp(6), 'test', utc_timestamp(6))`,
      ),
    stillWanted: [],
  },
  {
    how: 'complains, and is suppressed',
    work: () =>
      databases.root.query(
        `insert into suppression (email_hash, reason, created_at) values ('${HASH}', 'complaint', utc_timestamp(6))`,
      ),
    stillWanted: [],
  },
  {
    how: 'leaves the shop',
    work: () =>
      databases
        .open()
        .shop.execute(`update customers set withdrawn_on = '2020-01-01' where customer_no = 1`),
    stillWanted: [],
  },
];

const told = () => world.told.filter(({ to }) => to === 'm1').flatMap(({ titles }) => titles);

describe('bar 16 opt-out at every point', () => {
  it.each(OPT_OUTS)(
    'a member who $how is not told in any mail begun afterwards',
    async ({ work, stillWanted }) => {
      world.effects.start(null);
      await world.release();
      const effects = world.effects.done.map(({ name }) => name);
      // Member 1’s mail comes first, in the order of members. Both databases are queried at the
      // same time, ours also for the reasons, and either may answer first.
      const handedOver = effects.indexOf('SES');
      const begun = handedOver - 3;
      const asked = effects.slice(begun, handedOver);
      expect(asked).toContainEqual(expect.stringMatching(/^select o\.event_seq/));
      expect(asked).toContainEqual(expect.stringMatching(/^select member_id, email/));
      expect(asked).toContainEqual(expect.stringMatching(/^select book_id, kind, id/));

      for (let before = 0; before < effects.length; before += 1) {
        await begin();
        const optOut = Promise.withResolvers<unknown>();
        const meanwhile = () => {
          optOut.resolve(work());
          // An opt-out that waits for one of our transactions commits when that ends.
          return Promise.race([optOut.promise, pause(200)]);
        };
        world.effects.start(null, { before, work: meanwhile });
        await world.release();
        await optOut.promise;
        const what = { before, name: effects[before], told: told() };
        // A subscription that ends before the book is on sale creates no note at all.
        if (before <= begun) expect(what).toEqual({ ...what, told: stillWanted });
        else if (before > handedOver) expect(what).toEqual({ ...what, told: ['A', 'B'] });
      }
    },
  );

  it.each(OPT_OUTS)(
    'a member who $how after an answer was lost gets no second mail',
    async ({ work, stillWanted }) => {
      world.effects.start(null);
      await world.release();
      const taken = world.effects.done.findIndex(({ name }) => name === 'SES') + 1;
      await begin();
      world.effects.start(taken);
      expect(await world.effects.survives(() => world.release())).toBe(false);
      expect(told()).toEqual(['A', 'B']);
      await work();
      world.minutesPass(16);
      while (await world.release());
      expect(told()).toEqual(['A', 'B', ...stillWanted]);
    },
  );
});
