import { makeRow } from './makeRow.ts';
import { openBenchDatabase } from './openBenchDatabase.ts';

/** Writes rows with one ExecuteStatement each; returns rows per second. */
export async function upsertRowByRow(url: string, rows: number): Promise<number> {
  const { database, close } = openBenchDatabase(url);
  const begun = performance.now();
  for (let number = 0; number < rows; number += 1) {
    const [, record = '', title = '', , publisher = '', text = '', isbn = ''] = makeRow(number);
    await database.execute(
      `insert into peer_book (id, profile, record_key, isbn, title, contributors, publisher, series,
         release_precision, release_text, release_order, status, content_hash, run_id, created_at,
         updated_at)
       values (:id, 'shinkan', :record, :isbn, :title, '[]', :publisher, '[]', 'DAY', :text, '',
         'UPCOMING', '', 'r', :now, :now)
       on duplicate key update title = values(title), publisher = values(publisher),
         release_text = values(release_text), updated_at = values(updated_at)`,
      { id: `isbn-${isbn}`, record, isbn, title, publisher, text, now: new Date() },
    );
  }
  const seconds = (performance.now() - begun) / 1000;
  close();
  return rows / seconds;
}
