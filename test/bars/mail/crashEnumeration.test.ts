import { beforeAll, describe, expect, it, type TestContext, vi } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { log } from '../../../services/lib/log.ts';
import { settleSent } from '../../../services/mail/outbox/settleSent.ts';
import type { Mailer } from '../../../services/mail/sending/mailer.ts';
import { settings } from '../../database/mail/privateOutbox.ts';
import { type EventTime, enumerate, type Schedule } from '../../support/crashes/enumerate.ts';
import { startReleaseDatabases } from '../../support/crashes/releaseDatabases.ts';
import { ReleaseWorld } from '../../support/crashes/releaseWorld.ts';

// A schedule takes about 50 ms of CPU time; the full run has four times as many.
const all = process.env.BAR_FULL === '1';
vi.setConfig({ testTimeout: all ? 3_600_000 : 600_000 });

beforeAll(() => {
  log.setLogLevel('SILENT');
});

/** A world for the current test. */
async function aWorld(
  { onTestFinished }: TestContext,
  wrap?: (mailer: Mailer, database: Database) => Mailer,
) {
  const { root, open, stop } = await startReleaseDatabases();
  onTestFinished(stop);
  return new ReleaseWorld({ root, ...open(), settings, ...(wrap && { wrap }) });
}

describe('bar 12 crash enumeration', () => {
  const count = (schedules: Schedule[], isSo: (schedule: Schedule) => boolean) =>
    schedules.filter(isSo).length;

  it.concurrent.for<{ when: EventTime; mayDouble: boolean }>([
    { when: 'inside the lease', mayDouble: false },
    { when: 'after the lease', mayDouble: true },
    { when: 'never', mayDouble: true },
  ])(
    'every crash schedule loses no mail when the Send event comes: $when',
    async ({ when, mayDouble }, context) => {
      const world = await aWorld(context);
      const { schedules, covered } = await enumerate(world, when, { secondCrash: true, all });
      expect(schedules.filter((one) => one.lost.length > 0)).toEqual([]);
      expect(schedules.filter((one) => one.unlawful.length > 0)).toEqual([]);
      expect(schedules.filter((one) => one.stuck.length > 0)).toEqual([]);
      expect(schedules.filter((one) => one.duplicates > (mayDouble ? one.crashes : 0))).toEqual([]);
      // Otherwise the crashes did not hit the points at which a mail can be duplicated.
      expect(count(schedules, (one) => one.duplicates > 0) > 0).toBe(mayDouble);
      expect(covered).toBeGreaterThanOrEqual(1_600);
    },
  );

  it.concurrent('crash enumeration finds the mails lost by a sender that marks before it sends', async (context) => {
    const world = await aWorld(context, (mailer, database) => async (mail) => {
      const mark = { mailKey: mail.mailKey, messageId: 'not known yet' };
      await settleSent(database, mark, world.clock());
      return mailer(mail);
    });
    const { schedules } = await enumerate(world, 'inside the lease', { secondCrash: false });
    expect(count(schedules, (one) => one.lost.length > 0)).toBeGreaterThan(0);
    expect(count(schedules, (one) => one.duplicates > 0)).toBe(0);
  });
});
