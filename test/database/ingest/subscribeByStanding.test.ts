import { describe, expect, it } from 'vitest';
import { backfillBooks } from '../../../services/ingest/backfill/backfillBooks.ts';
import { addToOutbox } from '../../../services/mail/outbox/addToOutbox.ts';
import { catchUp } from '../../../services/mail/standing/catchUp.ts';
import { aMinuteLater } from '../../support/aMinuteLater.ts';
import { announced, type FeedRow, toFeed, withdrawn } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { joinNames } from './linkedNames.ts';

const feed = aFeedDatabase();
const by = (record: string, 著者: string, hour = 1, more: FeedRow = {}) =>
  announced(record, hour, { 著者, ...more });

/** Subscribes the member to a contributor whom a feed has named. */
async function waitsFor(member: string, name: string, roles = ['AUTHOR']): Promise<void> {
  await feed.open().execute(
    `insert into standing_subscription
       (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
     select :member, 'CONTRIBUTOR', c.id, :roles, utc_timestamp(6), 'test', utc_timestamp(6)
     from contributor c where c.name = :name`,
    { member, name, roles: JSON.stringify(roles) },
  );
}

async function waitsForSeries(member: string, name: string): Promise<void> {
  await feed.open().execute(
    `insert into standing_subscription
       (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
     select :member, 'SERIES', s.id, null, utc_timestamp(6), 'test', utc_timestamp(6)
     from series s where s.name = :name`,
    { member, name },
  );
}

const subscribers = async (record: string) =>
  (
    await feed
      .open()
      .query<{ member_id: string }>(
        'select member_id from subscription where book_id = :book order by member_id',
        { book: `shinkan-${record}` },
      )
  ).map((row) => row.member_id);

const reasons = async (record: string) =>
  (
    await feed.open().query<{ reason: string }>(
      `select concat(member_id, ' ', kind) as reason from subscription_reason
       where book_id = :book order by reason`,
      { book: `shinkan-${record}` },
    )
  ).map((row) => row.reason);

/** The notes of a book for the members, once the log has been read further. */
async function notes(record: string): Promise<string[]> {
  const window = { from: 0, until: 0 };
  await addToOutbox({ database: feed.open(), clock: () => new Date(), window });
  const rows = await feed.open().query<{ note: string }>(
    `select concat(o.member_id, ' ', e.kind) as note from mail_outbox o
     join book_event e on e.seq = o.event_seq where e.book_id = :book order by e.seq, o.member_id`,
    { book: `shinkan-${record}` },
  );
  return rows.map((row) => row.note);
}

describe('subscribing of waiting members in a merge', () => {
  it('a merge subscribes those who wait for a new book’s author in that role, and nobody else', async () => {
    await feed.deliver(toFeed(by('A-0', '灯野一|著|;北見遼|訳|')));
    await waitsFor('1', '灯野一');
    await waitsFor('2', '北見遼');
    await waitsFor('3', '北見遼', ['AUTHOR', 'TRANSLATOR']);
    await feed.deliver(toFeed(by('A-1', '灯野一|著|;北見遼|訳|')));
    expect(await subscribers('A-0')).toEqual([]);
    expect(await subscribers('A-1')).toEqual(['1', '3']);
    expect(await notes('A-1')).toEqual(['1 ANNOUNCED', '3 ANNOUNCED']);
  });

  it('a merge subscribes a member who waits for several reasons once, with each reason', async () => {
    await feed.deliver(
      toFeed(by('B-0', '森谷二葉|著|;沢渡三|著|', 1, { 書名: '潮騒便り', 巻次: '1' })),
    );
    await waitsFor('11', '森谷二葉');
    await waitsFor('11', '沢渡三');
    await waitsForSeries('11', '潮騒便り');
    await feed.deliver(
      toFeed(by('B-1', '森谷二葉|著|;沢渡三|著|', 2, { 書名: '潮騒便り', 巻次: '2' })),
    );
    expect(await subscribers('B-1')).toEqual(['11']);
    expect(await reasons('B-1')).toEqual(['11 CONTRIBUTOR', '11 CONTRIBUTOR', '11 SERIES']);
    expect(await notes('B-1')).toEqual(['11 ANNOUNCED']);
  });

  it('a merge subscribes a member who waits for a name joined to the author’s, in either direction', async () => {
    await feed.deliver(toFeed(by('J-0', '朝倉四|著|;浅倉よん|著|')));
    await waitsFor('21', '朝倉四');
    await waitsFor('22', '浅倉よん');
    await joinNames(feed.open(), '浅倉よん', '朝倉四');
    await feed.deliver(toFeed(by('J-1', '浅倉よん|著|'), by('J-2', '朝倉四|著|')));
    expect(await subscribers('J-1')).toEqual(['21', '22']);
    expect(await subscribers('J-2')).toEqual(['21', '22']);
  });

  it('a merge does not subscribe a member who has since stopped that very book', async () => {
    await feed.deliver(toFeed(by('S-0', '谷五月|著|')));
    await waitsFor('31', '谷五月');
    await feed.open().execute(
      `insert into consent (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
       values ('31', 'shinkan-S-1', utc_timestamp(6), 'test', '', utc_timestamp(6), 'web')`,
    );
    await feed.deliver(toFeed(by('S-1', '谷五月|著|'), by('S-2', '谷五月|著|')));
    expect(await subscribers('S-1')).toEqual([]);
    expect(await subscribers('S-2')).toEqual(['31']);
  });

  it('a merge subscribes to a book announced again, and nobody hears of the announcement twice', async () => {
    await feed.deliver(toFeed(by('R-0', '岸六花|著|'), by('R-1', '岸六花|著|')));
    await waitsFor('41', '岸六花');
    await feed.deliver(toFeed(withdrawn('R-1', 2)));
    expect(await notes('R-1')).toEqual([]);
    await feed.deliver(toFeed(by('R-1', '岸六花|著|', 3)));
    expect(await subscribers('R-1')).toEqual(['41']);
    expect(await notes('R-1')).toEqual(['41 REVIVED']);
  });

  it('a merge subscribes when a later row names the author, and unsubscribes when a row names another', async () => {
    await feed.deliver(toFeed(by('C-0', '堤七海|著|'), by('C-1', '別人|著|')));
    await waitsFor('51', '堤七海');
    await feed.deliver(toFeed(by('C-1', '堤七海|著|', 2)));
    expect(await subscribers('C-1')).toEqual(['51']);
    await feed.deliver(toFeed(by('C-1', '別人|著|', 3)));
    expect(await subscribers('C-1')).toEqual([]);
    expect(await reasons('C-1')).toEqual([]);
  });

  it('a merge that corrects author and date in one row does not tell new subscribers of the move', async () => {
    await feed.deliver(
      toFeed(by('M-0', '瀬戸十三|著|'), by('M-1', '別人|著|'), by('M-2', '瀬戸十三|著|')),
    );
    await waitsFor('95', '瀬戸十三');
    await feed.deliver(toFeed(by('M-2', '瀬戸十三|著|', 2, { 内容紹介: '島の宿の話。' })));
    await feed.open().execute(
      `insert into subscription (member_id, book_id, created_at, consent_source)
       values ('96', 'shinkan-M-1', utc_timestamp(6), 'test')`,
    );
    const moved = (record: string) => by(record, '瀬戸十三|著|', 3, { 発売予定日: '2027年6月' });
    await feed.deliver(toFeed(moved('M-1'), moved('M-2')));
    expect(await subscribers('M-1')).toEqual(['95', '96']);
    expect(await notes('M-1')).toEqual(['96 RESCHEDULED']);
    expect(await notes('M-2')).toEqual(['95 RESCHEDULED']);
    await feed.deliver(toFeed(by('M-1', '瀬戸十三|著|', 4, { 発売予定日: '2027年9月' })));
    expect(await notes('M-1')).toEqual(['96 RESCHEDULED', '95 RESCHEDULED', '96 RESCHEDULED']);
  });

  it('a merge does not tell a member who subscribed to the book alone that it is announced', async () => {
    await feed.deliver(toFeed(by('N-0', '水野八|著|')));
    await waitsFor('61', '水野八');
    await feed.deliver(toFeed(by('N-1', '水野八|著|')));
    await feed.open().execute(
      `insert into subscription (member_id, book_id, created_at, consent_source)
       values ('62', 'shinkan-N-1', utc_timestamp(6), 'test')`,
    );
    expect(await notes('N-1')).toEqual(['61 ANNOUNCED']);
  });

  it('a merge does not tell a later subscriber of an existing announcement as new', async () => {
    await feed.deliver(toFeed(by('L-0', '原九郎|著|')));
    await waitsFor('71', '原九郎');
    await feed
      .open()
      .execute(`update standing_subscription set caught_up_at = null where member_id = '71'`);
    await catchUp(feed.open(), aMinuteLater());
    expect(await subscribers('L-0')).toEqual(['71']);
    expect(await notes('L-0')).toEqual([]);
  });

  it('a merge does not tell of an older book as new when it is credited to the author only now', async () => {
    await feed.deliver(toFeed(by('P-0', '古田十二|著|'), by('P-1', '古田十二|著|')));
    await waitsFor('91', '古田十二');
    await feed.open().execute(`delete from book_contributor where book_id = 'shinkan-P-1'`);
    await feed.open().execute(`update book_backfill set version = 0, is_done = 0, last_id = ''`);
    await backfillBooks(feed.open());
    await catchUp(feed.open(), aMinuteLater());
    expect(await subscribers('P-1')).toEqual(['91']);
    expect(await notes('P-1')).toEqual([]);
  });

  it('a merge unsubscribes from an older book that turns out not to be by the author', async () => {
    await feed.deliver(toFeed(by('Q-0', '並木十四|著|')));
    await waitsFor('92', '並木十四');
    await feed
      .open()
      .execute(`update standing_subscription set caught_up_at = null where member_id = '92'`);
    await catchUp(feed.open(), aMinuteLater());
    await feed.deliver(toFeed(by('Q-1', '並木十四|著|'), by('Q-2', '並木十四|著|')));
    expect(await subscribers('Q-1')).toEqual(['92']);
    await feed.open().execute(
      `update book set contributors = replace(contributors, '並木十四', '別人')
       where id = 'shinkan-Q-1'`,
    );
    await feed.open().execute(`update book_backfill set version = 0, is_done = 0, last_id = ''`);
    await backfillBooks(feed.open());
    await catchUp(feed.open(), aMinuteLater());
    expect(await subscribers('Q-1')).toEqual([]);
    expect(await reasons('Q-1')).toEqual([]);
    for (const kept of ['Q-0', 'Q-2']) expect(await subscribers(kept)).toEqual(['92']);
  });

  it('a second merge of the same file subscribes nobody else', async () => {
    await feed.deliver(toFeed(by('T-0', '月見十|著|')));
    await waitsFor('81', '月見十');
    const rows = toFeed(by('T-1', '月見十|著|'));
    await feed.deliver(rows);
    await feed.deliver(rows);
    expect(await notes('T-1')).toEqual(['81 ANNOUNCED']);
  });
});
