import { expect, it } from 'vitest';
import { announced, toFeed } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { allNames } from './linkedNames.ts';

const forwards = aFeedDatabase();
const backwards = aFeedDatabase();

const rows = [
  ['ﾄﾞｽﾄ 一|著|', '魔術師の灯', '1'],
  ['ドスト一|著|ドストハジメ', '魔術師の灯', '２'],
  ['ドスト 一|編著|ドスト イチ', '魔術師 の 灯', '3'],
  ['海野青|著|', '青い本', ''],
].map(([著者 = '', 書名 = '', 巻次 = ''], index) =>
  announced(`O-${index}`, 1, { 著者, 書名, 巻次, 書名カナ: index === 1 ? 'マジュツシノヒ' : '' }),
);

it('names and ids do not depend on the order of rows', async () => {
  await forwards.deliver(toFeed(...rows));
  await backwards.deliver(toFeed(...rows.toReversed()));
  const kept = await allNames(forwards.open());
  expect(kept).toContain('ドスト一');
  expect(await allNames(backwards.open())).toBe(kept);
});
