import { describe, expect, it } from 'vitest';
import {
  recognizeSeries,
  type SeriesFields,
} from '../../../../services/ingest/book/recognizeSeries.ts';
import { type LabelledRow, readLabels } from './series/readLabels.ts';

const row = (fields: Partial<SeriesFields>) =>
  recognizeSeries({ title: null, volume: null, label: null, series: [], ...fields });

describe('the series of a title', () => {
  it.each([
    ['灯台守の算術 3', '灯台守の算術', 3],
    ['灯台守の算術 03', '灯台守の算術', 3],
    ['灯台守の算術　3', '灯台守の算術', 3],
    ['灯台守の算術 ３', '灯台守の算術', 3],
    ['灯台守の算術 巻101', '灯台守の算術', 101],
    ['灯台守の算術 第3巻', '灯台守の算術', 3],
    ['灯台守の算術第3巻', '灯台守の算術', 3],
    ['灯台守の算術 第二十四巻', '灯台守の算術', 24],
    ['灯台守の算術 8巻', '灯台守の算術', 8],
    ['灯台守の算術(3)', '灯台守の算術', 3],
    ['灯台守の算術（３）', '灯台守の算術', 3],
    ['灯台守の算術〈3〉', '灯台守の算術', 3],
    ['灯台守の算術 ③', '灯台守の算術', 3],
    ['灯台守の算術 Ⅲ', '灯台守の算術', 3],
    ['灯台守の算術 III', '灯台守の算術', 3],
    ['灯台守の算術 vol.3', '灯台守の算術', 3],
    ['灯台守の算術 #3', '灯台守の算術', 3],
    ['灯台守の算術 上', '灯台守の算術', 1],
    ['灯台守の算術(中)', '灯台守の算術', 2],
    ['灯台守の算術 下巻', '灯台守の算術', 3],
    ['灯台守の算術下巻', '灯台守の算術', 3],
    ['灯台守の算術 前編', '灯台守の算術', 1],
    ['灯台守の算術 後篇', '灯台守の算術', 3],
    ['灯台守の算術 4.5', '灯台守の算術', 4.5],
    ['灯台守の算術 0', '灯台守の算術', 0],
    ['架空の港 No.128(2017.8)', '架空の港', 128],
    ['架空の港 189(2017夏)', '架空の港', 189],
    ['架空の港 第8号', '架空の港', 8],
    ['架空の港 Vol.32No.2(2017Aug.)', '架空の港', null],
    ['架空の港 第32巻9号(2017-9)', '架空の港', null],
    ['架空の港全集 別巻2', '架空の港全集', null],
    ['架空の港問題集 2018年度版5', '架空の港問題集 2018年度版', 5],
    ['港2の港 3', '港2の港', 3],
  ])('recognizeSeries finds %j to be a volume', (title, name, number) => {
    expect(row({ title })).toEqual({ name, number });
  });

  it.each([
    '灯台守の算術',
    '架空の港ガイド 2018',
    '架空の港ガイド 2017-2018',
    "架空の港ガイド '18",
    '灯台守の算術 第2版',
    '灯台守の算術 改訂3版',
    '灯台守の算術 新装版',
    '架空の港手帳 平成29年度版',
    'はじめての読解 生活・社会編',
    '灯台の写真30',
    '一生モノの言葉100',
    'やさしいWindows 10',
    '架空の港 B14',
    '天上',
    '渡り鳥の前後',
    '上',
    '3',
    '2018',
    '',
  ])('recognizeSeries finds no series in %j', (title) => {
    expect(row({ title })).toBeNull();
  });

  it('recognizeSeries reads a column that contains only the volume', () => {
    expect(row({ title: '霧の駅', volume: '下' })).toEqual({ name: '霧の駅', number: 3 });
    expect(row({ title: '霧の駅', volume: '第3巻' })).toEqual({ name: '霧の駅', number: 3 });
    expect(row({ title: '霧の駅 3', volume: '3' })).toEqual({ name: '霧の駅', number: 3 });
    expect(row({ title: '霧の駅', volume: '二番線の客' })).toBeNull();
    expect(row({ title: '霧の駅', volume: '2018' })).toBeNull();
  });
});

describe('the series of a column', () => {
  const label = { name: '架空文庫', number: 'み-06-14' };

  it('recognizeSeries accepts a series column that numbers its volumes', () => {
    const series = [{ name: '港町捕物帖', number: '7' }];
    expect(row({ title: '宵の帆', series })).toEqual({ name: '港町捕物帖', number: 7 });
    expect(
      row({ title: '宵の帆', series: [label, { name: '港町捕物帖', number: '107' }] }),
    ).toEqual({
      name: '港町捕物帖',
      number: 107,
    });
    expect(
      row({ title: '宵の帆', label: '架空文庫', series: [{ name: '港町捕物帖', number: '107' }] }),
    ).toEqual({ name: '港町捕物帖', number: 107 });
  });

  it.each([
    [label],
    [{ name: '架空新書', number: '12' }],
    [{ name: '架空叢書', number: '第3巻' }],
    [{ name: 'KAKU MOOK', number: '5' }],
    [{ name: '高校別入試問題集シリーズ', number: '5' }],
    [{ name: '港町捕物帖', number: null }],
    [{ name: '港町捕物帖', number: '012' }],
    [{ name: '港町捕物帖', number: 'C12' }],
    [{ name: '架空の本棚', number: '482' }],
    [{ name: '港町シリーズ', number: '64' }],
  ])('recognizeSeries ignores the imprint %j', (statement) => {
    expect(row({ title: '宵の帆', series: [statement] })).toBeNull();
  });

  it('recognizeSeries prefers the volume form of the title to the series column', () => {
    const series = [label, { name: '港町捕物帖', number: '7' }];
    expect(row({ title: '宵の帆 上', series })).toEqual({ name: '宵の帆', number: 1 });
  });
});

describe('recognizeSeries against 420 labelled rows', () => {
  for (const half of ['tune', 'held']) {
    it(`recognizeSeries is precise and complete on the half ${half}`, (context) => {
      const rows = readLabels(context).filter((one) => one.half === half);
      const { found, right, wanted, missed } = compare(rows);
      const precision = right / found;
      const recall = right / wanted;
      console.info(
        `${half}: precision ${precision.toFixed(4)} (${right} of ${found}), recall ${recall.toFixed(4)} (${right} of ${wanted})`,
      );
      expect(wanted, 'rows that are volumes').toBeGreaterThan(60);
      expect(precision, missed.join('\n')).toBeGreaterThanOrEqual(0.99);
      expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    });
  }
});

function compare(rows: LabelledRow[]) {
  const sum = { found: 0, right: 0, wanted: 0, missed: [] as string[] };
  for (const { at, fields, right } of rows) {
    if (right === null) continue;
    const found = recognizeSeries(fields);
    const isRight = right.some((one) => one.name === found?.name && one.number === found.number);
    if (found !== null) sum.found += 1;
    if (right.length > 0) sum.wanted += 1;
    if (isRight) sum.right += 1;
    else if (found !== null || right.length > 0) sum.missed.push(`${at}: ${found?.name ?? 'none'}`);
  }
  return sum;
}
