import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyMigrations } from '../../../db/applyMigrations.ts';
import type { Database } from '../../../db/database.ts';
import { openDatabase } from '../../../db/database.ts';
import { readMigrations } from '../../../db/migrate.ts';
import { splitStatements } from '../../../db/splitStatements.ts';
import { prepareOwnDatabase } from '../../../local/services/mariadb/prepareDatabases.ts';
import { type Mariadb, startMariadb } from '../../../local/services/mariadb/startMariadb.ts';
import { createDataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { log } from '../../../mail/log.ts';
import type { Mailer } from '../../../mail/mailer.ts';
import { settleSent } from '../../../mail/settleSent.ts';
import { root } from '../../../scripts/root.ts';
import { type EventTime, enumerate, type Schedule } from '../../support/crashes/enumerate.ts';
import { ReleaseWorld } from '../../support/crashes/releaseWorld.ts';
import { inProcessClient } from '../../support/inProcessDataApi.ts';
import { settings } from './privateOutbox.ts';

const user = { user: 'mail', password: 'mail' };
const arns = { clusterArn: 'arn:test:cluster', secretArn: 'arn:test:secret' };
// Each schedule takes about 20 ms where nothing else runs; with every place, ten times as many.
const all = process.env.BAR_FULL === '1';
vi.setConfig({ testTimeout: all ? 3_600_000 : 600_000 });

let mariadb: Mariadb;
let api: ReturnType<typeof createDataApi>;
const dir = mkdtempSync(join(tmpdir(), 'shinkan-bar12-'));

beforeAll(async () => {
  log.setLogLevel('SILENT');
  mariadb = await startMariadb(dir, () => {});
  const cluster = {
    resourceArn: arns.clusterArn,
    httpEndpoint: true,
    socketPath: mariadb.socketPath,
    users: { [arns.secretArn]: user },
  };
  api = createDataApi([cluster]);
});
afterAll(async () => {
  await api?.end();
  await mariadb?.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function aWorld(name: string, wrap?: (mailer: Mailer, database: Database) => Mailer) {
  const client = inProcessClient(api);
  const open = (database: string) => openDatabase({ ...arns, database }, client);
  const admin = await mariadb.connectAsRoot();
  // What the disk holds after a crash of the database is not the question here.
  await admin.query('set global innodb_flush_log_at_trx_commit = 0');
  for (const database of [name, `${name}_shop`]) await prepareOwnDatabase(admin, database, user);
  await admin.end();
  await applyMigrations(open(name), readMigrations(join(root, 'db/migrations')));
  const shop = open(`${name}_shop`);
  for (const file of ['sample.sql', 'views.sql']) {
    const sql = readFileSync(join(root, 'db/shop', file), 'utf8');
    for (const statement of splitStatements(sql)) await shop.execute(statement);
  }
  await ReleaseWorld.prepareShop(shop);
  const connection = await createConnection({
    socketPath: mariadb.socketPath,
    user: 'root',
    database: name,
    multipleStatements: true,
    timezone: 'Z',
  });
  const parts = { root: connection, database: open(name), shop, settings };
  const world = new ReleaseWorld(wrap === undefined ? parts : { ...parts, wrap });
  return { world, end: () => connection.end() };
}

describe('bar 12 crash enumeration', () => {
  const count = (schedules: Schedule[], isSo: (schedule: Schedule) => boolean) =>
    schedules.filter(isSo).length;

  it.concurrent.each<{ when: EventTime; mayDouble: boolean }>([
    { when: 'inside the lease', mayDouble: false },
    { when: 'after the lease', mayDouble: true },
    { when: 'never', mayDouble: true },
  ])('with the Send event $when', async ({ when, mayDouble }) => {
    const { world, end } = await aWorld(`release_${when.replaceAll(' ', '_')}`);
    const { schedules, covered } = await enumerate(world, when, { all });
    await end();
    expect(schedules.filter((one) => one.lost.length > 0)).toEqual([]);
    expect(schedules.filter((one) => one.unlawful.length > 0)).toEqual([]);
    expect(schedules.filter((one) => one.stuck.length > 0)).toEqual([]);
    expect(schedules.filter((one) => one.duplicates > (mayDouble ? one.crashes : 0))).toEqual([]);
    // Else the crashes would not have come where a mail can be doubled.
    expect(count(schedules, (one) => one.duplicates > 0) > 0).toBe(mayDouble);
    expect(covered).toBeGreaterThanOrEqual(1_600);
  });

  it.concurrent('finds what is lost by a sender that marks first and sends then', async () => {
    const { world, end } = await aWorld('release_marked', (mailer, database) => async (mail) => {
      const mark = { mailKey: mail.mailKey, messageId: 'not known yet' };
      await settleSent(database, mark, world.clock());
      return mailer(mail);
    });
    const { schedules } = await enumerate(world, 'inside the lease', { secondCrash: false });
    await end();
    expect(count(schedules, (one) => one.lost.length > 0)).toBeGreaterThan(0);
    expect(count(schedules, (one) => one.duplicates > 0)).toBe(0);
  });
});
