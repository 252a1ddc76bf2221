import type { Database } from '../../../db/database.ts';
import { IngestAccountMismatch } from './errors.ts';

/** What became of each record of a file. */
export interface Account {
  records: number;
  created: number;
  changed: number;
  unchanged: number;
  held: number;
  rejected: number;
}

/**
 * Counts the outcomes of the rows; throws `IngestAccountMismatch` if a record is unaccounted for.
 */
export async function takeAccount(
  database: Database,
  run: { id: string; records: number },
): Promise<Account> {
  const outcomes = await database.query<{ outcome: string; total: number }>(
    `select outcome, count(*) as total from ingest_stage
     where run_id = :run and action <> 'SEEN' group by outcome`,
    { run: run.id },
  );
  const [known] = await database.query<{ total: number }>(
    'select count(*) as total from ingest_known where run_id = :run',
    { run: run.id },
  );
  const [rejects] = await database.query<{ total: number }>(
    'select count(*) as total from ingest_reject where run_id = :run',
    { run: run.id },
  );
  const of = (name: string) => outcomes.find(({ outcome }) => outcome === name)?.total ?? 0;
  const account = {
    records: run.records,
    created: of('CREATED'),
    changed: of('CHANGED'),
    unchanged: of('UNCHANGED') + (known?.total ?? 0),
    held: of('HELD'),
    rejected: rejects?.total ?? 0,
  };
  const { created, changed, unchanged, held, rejected } = account;
  if (created + changed + unchanged + held + rejected !== run.records) {
    throw new IngestAccountMismatch(
      `Run ${run.id} has ${run.records} records, but ${created} created + ${changed} changed + ` +
        `${unchanged} unchanged + ${held} held + ${rejected} rejected`,
    );
  }
  return account;
}
