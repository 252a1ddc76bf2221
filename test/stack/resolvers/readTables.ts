import type { Row } from '../../../db/database.ts';
import { openStackDatabase, type Stack } from '../../../tools/stack/stack.ts';

/**
 * A digest of the API's tables: row counts and checksums. Excludes runs that hostile texts may
 * start (of the profile or file `bar11`, or rejected) and all of a mail except what an operator
 * changes: the stack continues to send what other tests left.
 */
export function readTables(stack: Stack): Promise<Row[]> {
  return openStackDatabase(stack).query(
    `select
       (select count(*) from information_schema.tables where table_schema = database()) as tables_,
       (select count(*) from book) as books,
       (select sum(crc32(concat_ws('|', id, title, status, publisher, content_hash))) from book) as book_sum,
       (select count(*) from book_event) as events,
       (select sum(crc32(concat_ws('|', member_id, book_id, created_at))) from subscription) as subscriptions,
       (select sum(crc32(concat_ws('|', member_id, book_id, given_at, withdrawn_at))) from consent) as consents,
       (select sum(crc32(concat_ws('|', member_id, language, mail_stopped_at))) from member_setting) as settings,
       (select sum(crc32(concat_ws('|', mail_key, retried_by, retried_at))) from mail_outbox
        where retried_at is not null) as retried_mails,
       (select sum(crc32(concat_ws('|', id, state, record_count, approved_by, discarded_by)))
        from ingest_run where state not in ('REFUSED', 'STAGING')) as runs,
       (select sum(crc32(concat_ws('|', run_id, record_no, raw_row))) from ingest_reject) as rejects`,
  );
}
