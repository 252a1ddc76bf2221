import type { Row } from '../../../db/database.ts';
import { openStackDatabase, type Stack } from '../../../tools/stack/stack.ts';

/**
 * What the API's tables hold, in few numbers: how many rows, and a sum over what stands in them. Runs
 * that hostile texts may begin (of the profile or the file `bar11`, or refused) are not counted, and of
 * mails only what an operator does to them: the stack goes on to send what others have left.
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
