import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReleaseDate } from '../../../../services/ingest/release-date/parseReleaseDate.ts';
import { sharedFile } from '../../../support/sharedData.ts';
import { trueWordings } from './properties/trueWordings.ts';
import { type Form, forms } from './releaseDateForms.ts';

describe.each(Object.entries(forms))('the form of release dates: %s', (_family, listed) => {
  it.each(listed)('parseReleaseDate reads %s as %s', (text, reading, beside) => {
    expect(read(text, beside)).toBe(reading);
  });
});

describe('the forms of release dates', () => {
  it('the forms of release dates cover all labelled examples', (context) => {
    const examples = readFileSync(sharedFile('dates/expressions.tsv', context), 'utf8');
    const made = [1, 3, 5, 8, 12].flatMap((month) =>
      [5, 14, 25].flatMap((day) =>
        ['01', '07', '12'].flatMap((base) =>
          trueWordings({ year: 2031, month, day, baseDate: `2031-${base}-15` }),
        ),
      ),
    );
    const own = new Set([
      ...made.map(({ text }) => shapeOf(text)),
      ...Object.values(forms).flatMap((listed) =>
        listed.map(([text, , beside]) => shapeOf(text, beside?.onix)),
      ),
    ]);
    const lines = examples.split('\n').slice(1).filter(Boolean);
    const missing = lines.filter((line) => {
      const [text = '', , , , note = ''] = line.split('\t');
      return !own.has(shapeOf(text, /onix=(\d+)/.exec(note)?.[1]));
    });
    expect(lines.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });
});

function read(text: string, beside: Form[2] = {}): string {
  const { baseDate = null, onix = null } = beside;
  const result = parseReleaseDate(text, { baseDate, onixFormat: onix });
  if (!result.ok) return result.code;
  const { earliest, latest, precision } = result.release;
  return `${earliest ?? 'open'} ${latest ?? 'open'} ${precision}`;
}

/** Texts of one form differ in numbers, names, width, and words that carry no information. */
function shapeOf(text: string, onix = ''): string {
  const shape = text
    .normalize('NFKC')
    .trim()
    .replace(/(発売開始予定|発売予定|刊行予定|発売|刊)$/, '')
    .replace(/\d+/g, '9')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日])/g, '一')
    .replace(/\([日月火水木金土]\)/, '(曜)')
    .replace(/January|February|March|April|June|July|August|September|October|November/, 'May')
    .replace(/December/, 'May')
    .replace(/[夏秋冬]/g, '春')
    .replace(/Autumn|Summer/, 'Spring');
  return `${shape} ${onix}`;
}
