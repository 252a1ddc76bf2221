import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { releaseOrder } from '../../../../domain/release/releaseOrder.ts';
import { parseReleaseDate } from '../../../../services/ingest/release-date/parseReleaseDate.ts';
import { sharedFile } from '../../../support/sharedData.ts';

function read(text: string, baseDate?: string) {
  const result = parseReleaseDate(text, { baseDate: baseDate ?? null });
  if (!result.ok) return result.code;
  const { earliest, latest, precision } = result.release;
  return `${earliest ?? 'open'} ${latest ?? 'open'} ${precision}`;
}

const NAMES: { [label: string]: string } = {
  'day~': 'DAY_AROUND',
  'third~': 'THIRD_AROUND',
  'month~': 'MONTH_AROUND',
  'season~': 'SEASON_AROUND',
  'year~': 'YEAR_AROUND',
};

describe('parseReleaseDate', () => {
  it('parseReleaseDate agrees with the labelled examples', (context) => {
    const examples = readFileSync(sharedFile('dates/expressions.tsv', context), 'utf8');
    const lines = examples.split('\n').slice(1).filter(Boolean);
    const wrong: string[] = [];
    for (const line of lines) {
      const [text = '', earliest, latest, precision = '', note = ''] = line.split('\t');
      const result = parseReleaseDate(text, {
        baseDate: /base=(\S+?)(?:;|$)/.exec(note)?.[1] ?? null,
        onixFormat: /onix=(\d+)/.exec(note)?.[1] ?? null,
      });
      const seen = result.ok
        ? `${result.release.earliest ?? 'open'} ${result.release.latest ?? 'open'} ${result.release.precision}`
        : `refused ${result.code}`;
      const expected =
        precision === 'refused'
          ? `refused ${note.split(';')[0]}`
          : `${earliest} ${latest} ${NAMES[precision] ?? precision.toUpperCase().replace('-', '_')}`;
      if (seen !== expected) wrong.push(`${text}: ${seen}, expected ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(lines.length).toBeGreaterThan(300);
  });

  it('parseReleaseDate keeps the original text', () => {
    const result = parseReleaseDate('　２０２７年４月上旬　');
    expect(result).toMatchObject({ ok: true, release: { text: '　２０２７年４月上旬　' } });
  });

  it('parseReleaseDate reads an empty text as not announced', () => {
    expect(read('')).toBe('open open UNKNOWN');
    expect(read('　')).toBe('open open UNKNOWN');
  });

  it('parseReleaseDate completes the second half of a range from the first', () => {
    expect(read('2027/4/5〜9')).toBe('2027-04-05 2027-04-09 RANGE');
    expect(read('2027/4/5〜5/9')).toBe('2027-04-05 2027-05-09 RANGE');
    expect(read('2027年4月5日〜末')).toBe('2027-04-05 2027-04-30 RANGE');
    expect(read('令和9年4月〜6月')).toBe('2027-04-01 2027-06-30 RANGE');
    expect(read('来月〜再来月', '2026-11-24')).toBe('2026-12-01 2027-01-31 RANGE');
  });

  it('parseReleaseDate never returns a day before the era began', () => {
    expect(read('令和元年春')).toBe('2019-05-01 2019-05-31 SEASON');
    expect(read('昭和元年12月')).toBe('1926-12-25 1926-12-31 MONTH');
  });

  it('parseReleaseDate returns an approximate date that contains the plain one', () => {
    for (const text of [
      '2027年4月5日',
      '2027年4月上旬',
      '2027年4月',
      '2027年春',
      '2027年',
      '2027年4月前半',
    ]) {
      const plain = parseReleaseDate(text);
      const around = parseReleaseDate(`${text}頃`);
      if (!plain.ok || !around.ok) throw new Error(`${text} was refused`);
      expect(String(around.release.earliest) < String(plain.release.earliest)).toBe(true);
      expect(String(around.release.latest) > String(plain.release.latest)).toBe(true);
    }
  });

  it('parseReleaseDate reads the placeholders that the partner declares', () => {
    const result = parseReleaseDate('9999/12/31', { unknownTexts: ['9999/12/31'] });
    expect(result).toMatchObject({ ok: true, release: { precision: 'UNKNOWN' } });
  });
});

describe('releaseOrder', () => {
  const order = (text: string) => {
    const result = parseReleaseDate(text);
    if (!result.ok) throw new Error(result.code);
    return releaseOrder(result.release);
  };

  it('releaseOrder sorts by earliest, then latest, with open ends last', () => {
    const texts = [
      '2027年3月まで',
      '2027年4月1日',
      '2027年4月上旬',
      '2027年4月',
      '2027年4月以降',
      '2027年4月2日',
      '未定',
    ];
    expect(texts.map(order)).toEqual(texts.map(order).toSorted());
    expect(order('2027年4月1日')).toBe('2027040120270401');
    expect(order('2027年3月まで')).toBe('2027033120270331');
    expect(order('2027年4月以降')).toBe('2027040199999999');
    expect(order('未定')).toBe('9999999999999999');
  });
});
