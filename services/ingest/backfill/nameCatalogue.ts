import { popularity } from '../../../db/catalogue/popularity.ts';
import type { Database, Row } from '../../../db/database.ts';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { APART, FOLDING } from '../../../domain/text/folding.ts';
import { indexText } from '../../../domain/text/indexText.ts';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../domain/waiting/kinds.ts';

/** Names and readings of 500 characters stay well below the 1 MiB limit of a Data API answer. */
const NAMES_IN_A_STEP = 100;
/** Some seconds of work. */
const NAMES_AT_ONCE = 20_000;
/** The column's length; nobody types more of a name before finding it. */
const MOST_CHARACTERS = 64;
/** Nobody starts typing that far into a name either. The longest names then produce about 60 kB. */
const MOST_RESTS = 200;
/** Per request; the Data API accepts 4 MiB. */
const MOST_BYTES = 1_000_000;

interface Named extends Row {
  id: string;
  name: string;
  reading: string | null;
  upcoming: number;
}

/**
 * Makes contributors and series that are new or have a changed reading available as suggestions.
 * Processes some thousands and continues there the next time. Returns the number processed. They
 * are suggested once their upcoming books are counted: see `recountUpcoming`.
 */
export async function nameCatalogue(database: Database, most = NAMES_AT_ONCE): Promise<number> {
  let done = 0;
  for (const kind of CATALOGUE_KINDS) {
    // Skips those that have names once, not again in each step.
    let after = '';
    while (done < most) {
      const named = await readUnnamed(database, kind, after);
      for (const batch of inBatches(named))
        await database.transaction((within) => write(within, kind, batch));
      done += named.length;
      after = named.at(-1)?.id ?? after;
      if (named.length < NAMES_IN_A_STEP) break;
    }
  }
  return done;
}

function readUnnamed(database: Database, kind: CatalogueKind, after: string): Promise<Named[]> {
  return database.query<Named>(
    `select e.id, e.name, e.reading, coalesce(n.upcoming_count, 0) as upcoming from ${CATALOGUE[kind].table} e
     left join catalogue_named n on n.kind = :kind and n.target_id = e.id
     where e.id > :after
       and (n.target_id is null or n.folding <> :folding or not (n.reading <=> e.reading))
     order by e.id limit ${NAMES_IN_A_STEP}`,
    { kind, after, folding: FOLDING },
  );
}

interface Entry extends Pick<Named, 'id' | 'reading'> {
  rests: [id: string, isRest: 0 | 1, folded: string, popularity: number][];
}

/** Groups names into batches that fit into one request. */
function inBatches(named: Named[]): Entry[][] {
  const batches: Entry[][] = [];
  let left = 0;
  for (const one of named) {
    const { id, reading } = one;
    const rests = restsOf(one);
    const bytes = Buffer.byteLength(JSON.stringify([rests, reading]));
    if (bytes > left) {
      batches.push([]);
      left = MOST_BYTES;
    }
    batches.at(-1)?.push({ id, reading, rests });
    left -= bytes;
  }
  return batches;
}

async function write(database: Database, kind: CatalogueKind, named: Entry[]): Promise<void> {
  const ids = JSON.stringify(named.map(({ id, reading }) => [id, reading]));
  const read = `json_table(:rows, '$[*]' columns (
       id varchar(40) character set ascii collate ascii_bin path '$[0]', reading varchar(500) path '$[1]')) r`;
  await database.execute(
    `delete n from ${read} straight_join catalogue_name n on n.kind = :kind and n.target_id = r.id`,
    { kind, rows: ids },
  );
  await database.execute(
    `insert ignore into catalogue_name (kind, is_rest, popularity, folded, target_id)
     select :kind, r.is_rest, r.popularity, r.folded, r.id from json_table(:rows, '$[*]' columns (
       id varchar(40) character set ascii collate ascii_bin path '$[0]', is_rest int path '$[1]',
       folded varchar(64) path '$[2]', popularity int path '$[3]')) r`,
    { kind, rows: JSON.stringify(named.flatMap(({ rests }) => rests)) },
  );
  await database.execute(
    `insert into catalogue_named (kind, target_id, folding, reading)
     select :kind, r.id, :folding, r.reading from ${read}
     on duplicate key update folding = values(folding), reading = values(reading)`,
    { kind, folding: FOLDING, rows: ids },
  );
  // Also if only the reading changed: a concurrent recount may have written to the old names.
  await database.execute(
    `insert into catalogue_recount (kind, target_id) select :kind, r.id from ${read}`,
    { kind, rows: ids },
  );
}

/** Returns the folded name and reading, whole and from each of their first characters on. */
function restsOf({ id, name, reading, upcoming }: Named): Entry['rests'] {
  return indexText([name, reading])
    .split(APART)
    .flatMap((text) => {
      const characters = [...text];
      return characters
        .slice(0, MOST_CHARACTERS)
        .map((_, from): Entry['rests'][number] => [
          id,
          from === 0 ? 0 : 1,
          characters.slice(from, from + MOST_CHARACTERS).join(''),
          popularity(upcoming),
        ]);
    })
    .slice(0, MOST_RESTS);
}
