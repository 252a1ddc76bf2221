import { describe, expect, it } from 'vitest';
import { announced, type FeedRow, toFeed, withdrawn } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { allNames, joinNames, partsOf } from './linkedNames.ts';

const feed = aFeedDatabase();
const by = (record: string, 著者: string, hour = 1, more: FeedRow = {}) =>
  announced(record, hour, { 著者, ...more });
const parts = (record: string) => partsOf(feed.open(), `shinkan-${record}`);
const named = async (name: string) =>
  feed
    .open()
    .query('select id, name, reading from contributor where name collate utf8mb4_bin = :name', {
      name,
    });

describe('linking of books to contributors in a merge', () => {
  it('a merge links each contributor statement, with a row per part and the reading that the feed gives', async () => {
    await feed.deliver(
      toFeed(
        by('L-1', '"灯野一|編著|ヒノハジメ;株式会社 海鳴,Inc.|;北見遼|ほか著|;森谷二葉|作・絵|"'),
      ),
    );
    expect(await parts('L-1')).toEqual([
      { role: 'AUTHOR', stated: '灯野一', name: '灯野一', reading: 'ヒノハジメ' },
      { role: 'EDITOR', stated: '灯野一', name: '灯野一', reading: 'ヒノハジメ' },
      {
        role: 'UNSPECIFIED',
        stated: '株式会社 海鳴,Inc.',
        name: '株式会社 海鳴,Inc.',
        reading: null,
      },
      { role: 'AUTHOR', stated: '北見遼', name: '北見遼', reading: null },
      { role: 'AUTHOR', stated: '森谷二葉', name: '森谷二葉', reading: null },
      { role: 'ILLUSTRATOR', stated: '森谷二葉', name: '森谷二葉', reading: null },
    ]);
  });

  it('a merge links a name to one contributor, however it is spaced and whatever its width', async () => {
    await feed.deliver(
      toFeed(
        by('W-1', 'ﾄﾞｽﾄｴﾌｽｷｰ|著|'),
        by('W-2', 'ドストエフスキー|著|'),
        by('W-3', 'フョードル・ドストエフスキー|著|'),
        by('W-4', 'フョードル ドストエフスキー|著|'),
        by('W-5', 'Ｊｏｈｎ　Ｓｍｉｔｈ|著|'),
        by('W-6', 'john smith|著|'),
      ),
    );
    const ids = await feed.open().query(
      `select count(distinct contributor_id) as total from book_contributor
         where book_id like 'shinkan-W-_'`,
    );
    expect(ids).toEqual([{ total: 3 }]);
    expect((await parts('W-1'))[0]?.name).toBe('ドストエフスキー');
  });

  it('a merge keeps pen names apart that differ in their kana', async () => {
    await feed.deliver(toFeed(by('K-1', 'あおい|著|'), by('K-2', 'アオイ|著|')));
    expect((await named('あおい'))[0]?.id).not.toBe((await named('アオイ'))[0]?.id);
  });

  it('a merge relinks a book when a row names others, but not when the row is late', async () => {
    await feed.deliver(toFeed(by('C-1', '旧野太郎|著|;並木花|訳|', 2)));
    await feed.deliver(toFeed(by('C-1', '新野次郎|著|', 3)));
    expect((await parts('C-1')).map(({ name }) => name)).toEqual(['新野次郎']);
    await feed.deliver(toFeed(by('C-1', '旧野太郎|著|', 1)));
    expect((await parts('C-1')).map(({ name }) => name)).toEqual(['新野次郎']);
    expect(await named('旧野太郎')).toHaveLength(1);
  });

  it('a merge keeps the links of a book that is cancelled', async () => {
    await feed.deliver(toFeed(by('X-1', '霧島三奈|著|')));
    await feed.deliver(toFeed(withdrawn('X-1', 2)));
    expect((await parts('X-1')).map(({ name }) => name)).toEqual(['霧島三奈']);
  });

  it('a merge links nobody to a book that is held back or names nobody', async () => {
    await feed.deliver(
      toFeed(by('H-1', '秘野一|著|', 1, { 解禁日: '2027-12-01' }), announced('H-2', 1)),
    );
    expect(await named('秘野一')).toEqual([]);
    expect(await parts('H-2')).toEqual([]);
  });

  it('a merge fills in a reading that a later feed gives and keeps an existing one', async () => {
    await feed.deliver(toFeed(by('R-1', '読野四郎|著|')));
    expect((await named('読野四郎'))[0]?.reading).toBeNull();
    await feed.deliver(toFeed(by('R-2', '読野四郎|著|ヨミノシロウ')));
    await feed.deliver(toFeed(by('R-3', '読野四郎|著|ドクノシロウ')));
    expect((await named('読野四郎'))[0]?.reading).toBe('ヨミノシロウ');
    expect((await parts('R-1'))[0]?.reading).toBe('ヨミノシロウ');
  });

  it('a merge links the contributor that operators have joined the name to', async () => {
    await feed.deliver(toFeed(by('J-1', '筆名一|著|'), by('J-2', '本名一|著|')));
    await joinNames(feed.open(), '筆名一', '本名一');
    await feed.deliver(toFeed(by('J-3', '筆名一|著|')));
    expect((await parts('J-3'))[0]).toMatchObject({ stated: '筆名一', name: '本名一' });
  });

  it('a merge links the same when its file is repeated, previewed first or approved', async () => {
    const file = toFeed(by('A-1', '繰野一|著|;繰野二|訳|'), by('A-2', '繰野一|著|'));
    const runId = await feed.stage(file);
    const before = await allNames(feed.open());
    await feed.guard(runId);
    expect(await allNames(feed.open())).toBe(before);
    await feed.open().execute("update ingest_run set state = 'HELD' where id = :runId", { runId });
    await feed.merge(runId, 'operator');
    const merged = await allNames(feed.open());
    expect(await parts('A-1')).toHaveLength(2);
    await feed.deliver(file);
    await feed.deliver(toFeed(by('A-1', '繰野一|著|;繰野二|訳|', 2, { 発売予定日: '2027年4月' })));
    expect(await allNames(feed.open())).toBe(merged);
  });

  it('a merge links names of any length and names of symbols alone', async () => {
    const long = '長'.repeat(600);
    await feed.deliver(
      toFeed(
        by('N-1', `${long}一|著|`),
        by('N-2', `${long}二|著|`),
        by('N-3', '!!|著|'),
        by('N-4', '？|著|'),
      ),
    );
    const ids = await feed.open().query(
      `select count(distinct contributor_id) as total from book_contributor
         where book_id like 'shinkan-N-_'`,
    );
    expect(ids).toEqual([{ total: 4 }]);
  });
});
