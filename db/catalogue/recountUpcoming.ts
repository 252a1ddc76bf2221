import { CATALOGUE_KINDS, type CatalogueKind } from '../../domain/waiting/kinds.ts';
import type { Database, Row } from '../database.ts';
import { CATALOGUE } from '../sql/catalogue.ts';
import { IS_UPCOMING } from '../sql/upcoming.ts';
import { popularity } from './popularity.ts';

/** About ten names each, written in a fraction of a second. */
const NOTES_IN_A_STEP = 500;

interface Note extends Row {
  number: number;
  kind: string;
  target_id: string;
}

/**
 * Counts the upcoming books of the scheduled contributors and series, and updates the names that
 * they are suggested by. Starts steps for this many seconds, at least one, and continues there the
 * next time. If it crashes half-way, the next run does the rest. Returns the number of entries
 * processed.
 *
 * Only one process counts at a time, so that none overwrites a newer count. Locks nothing except
 * the suggested names: it neither blocks nor waits for a running merge or a member who subscribes.
 */
export async function recountUpcoming(database: Database, forSeconds = 20): Promise<number> {
  const end = performance.now() + forSeconds * 1000;
  let done = 0;
  await noteAllOnceADay(database);
  for (;;) {
    const some = await database.transaction((transaction) => recountSome(transaction));
    done += some;
    if (some < NOTES_IN_A_STEP || performance.now() > end) return done;
  }
}

async function recountSome(database: Database): Promise<number> {
  // Before the first read, which fixes the step's snapshot.
  await database.query('select id from catalogue_recount_turn where id = 1 for update');
  const notes = await database.query<Note>(
    `select number, kind, target_id from catalogue_recount order by number limit ${NOTES_IN_A_STEP}`,
  );
  for (const kind of CATALOGUE_KINDS) {
    const noted = notes.filter((note) => note.kind === kind).map((note) => note.target_id);
    if (noted.length > 0) await recount(database, kind, [...new Set(noted)]);
  }
  if (notes.length > 0) await forget(database, notes);
  return notes.length;
}

/** Corrects changes that were not scheduled within a day. */
function noteAllOnceADay(database: Database): Promise<void> {
  return database.transaction(async (transaction) => {
    const due = await transaction.execute(
      'update catalogue_recount_turn set all_noted_on = utc_date() where id = 1 and all_noted_on < utc_date()',
    );
    if (due === 0) return;
    await transaction.execute(
      'insert into catalogue_recount (kind, target_id) select kind, target_id from catalogue_named',
    );
  });
}

async function recount(database: Database, kind: CatalogueKind, ids: string[]): Promise<void> {
  const counted = await countUpcoming(database, kind, ids);
  const counts = JSON.stringify(
    counted.map(({ id, upcoming }) => [id, upcoming, popularity(upcoming)]),
  );
  const read = `json_table(:counts, '$[*]' columns (
       id varchar(40) character set ascii collate ascii_bin path '$[0]', upcoming int path '$[1]',
       popularity int path '$[2]')) r`;
  await database.execute(
    `update ${read}
     straight_join catalogue_named e force index (primary) on e.kind = '${kind}' and e.target_id = r.id
     set e.upcoming_count = r.upcoming where e.upcoming_count <> r.upcoming`,
    { counts },
  );
  await database.execute(
    `update ${read}
     straight_join catalogue_name e force index (catalogue_name_target)
       on e.kind = '${kind}' and e.target_id = r.id
     set e.popularity = r.popularity where e.popularity <> r.popularity`,
    { counts },
  );
}

/**
 * Counts the upcoming books of these names and of all names joined with them, for each name. Uses
 * the names that books state, because the links to the joined-to name follow a moment later.
 */
function countUpcoming(database: Database, kind: CatalogueKind, ids: string[]) {
  const { table, links } = CATALOGUE[kind];
  return database.query<{ id: string; upcoming: number }>(
    `select n.id, g.upcoming
     from (
       select m.id, count(distinct b.id) as upcoming
       from (
         select distinct c.joined_to as id
         from json_table(:ids, '$[*]' columns (
           id varchar(40) character set ascii collate ascii_bin path '$')) r
         straight_join ${table} c on c.id = r.id
       ) m
       straight_join ${table} s on s.joined_to = m.id
       left join ${links} l on l.stated_id = s.id
       left join book b on b.id = l.book_id and ${IS_UPCOMING}
       group by m.id
     ) g
     straight_join ${table} n on n.joined_to = g.id
     order by n.id`,
    { ids: JSON.stringify(ids) },
  );
}

/**
 * Deletes by number, not by range, because entries added meanwhile may have numbers in between; and
 * by the key, because a scan of a short table waits for whoever is adding an entry.
 */
async function forget(database: Database, notes: Note[]): Promise<void> {
  await database.execute(
    `delete q from json_table(:numbers, '$[*]' columns (number bigint unsigned path '$')) r
     straight_join catalogue_recount q force index (primary) on q.number = r.number`,
    { numbers: JSON.stringify(notes.map(({ number }) => number)) },
  );
}
