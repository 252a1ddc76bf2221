import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReleaseDate } from '../../../../../services/ingest/release-date/parseReleaseDate.ts';
import { trueWordings } from './trueWordings.ts';

const numRuns = process.env.BAR_FULL === '1' ? 20_000 : 500;

const facts = fc
  .record({
    year: fc.integer({ min: 2020, max: 2096 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    baseMonth: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ year, month, day, baseMonth }) => ({
    year,
    month,
    day: Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()),
    baseDate: `${year}-${String(baseMonth).padStart(2, '0')}-15`,
  }));

/** Variations of a text that do not change its meaning. */
const manner = fc.record({
  isWide: fc.boolean(),
  hasSpaces: fc.boolean(),
  suffix: fc.constantFrom('', '', '発売予定', '刊行', '発売', '予定'),
});

interface Manner {
  isWide: boolean;
  hasSpaces: boolean;
  suffix: string;
}

function write(text: string, how: Manner): string {
  // English, unannounced dates and timestamps take no Japanese words after them.
  const isPlain = /^$|^未定|^近|[A-Za-z]{3}|T\d/.test(text);
  const said = isPlain ? text : `${text}${how.suffix}`;
  const wide = how.isWide
    ? said.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    : said;
  return how.hasSpaces ? `　${wide} ` : wide;
}

describe('parseReleaseDate with generated wordings', () => {
  it('parseReleaseDate returns an interval with the true day and all that its wording covers, in any spelling', () => {
    fc.assert(
      fc.property(facts, manner, ({ year, month, day, baseDate }, how) => {
        const truth = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
        for (const { text, from, to } of trueWordings({ year, month, day, baseDate })) {
          const written = write(text, how);
          const result = parseReleaseDate(written, { baseDate });
          if (!result.ok) throw new Error(`${written} is refused: ${result.code}`);
          const { earliest, latest } = result.release;
          const words = `${written} is ${earliest} to ${latest}`;
          expect(holds({ earliest, latest }, { earliest: truth, latest: truth }), words).toBe(true);
          expect(holds({ earliest, latest }, { earliest: from, latest: to }), words).toBe(true);
        }
      }),
      { numRuns: numRuns / 5 },
    );
  });

  it('parseReleaseDate never ends before it begins, keeps its text, and is deterministic', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...'年月日旬頃〜/-. 春夏秋冬上中下初末前後半期第週度以降までからまたは令和平成昭和元'.split(
            '',
          ),
          ...[
            '2027',
            '13',
            '0',
            '31',
            '３',
            '十二',
            'Q4',
            'W53',
            '四半期',
            '来月',
            '今',
            '発売',
            'c',
          ],
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom(null, '2026-02-10', '2028-02-29'),
        fc.constantFrom(null, '00', '02', '03', '06', '11', '20'),
        (parts, baseDate, onixFormat) => {
          const text = parts.join('');
          const result = parseReleaseDate(text, { baseDate, onixFormat });
          expect(parseReleaseDate(text, { baseDate, onixFormat })).toEqual(result);
          if (!result.ok) return;
          const { earliest, latest } = result.release;
          expect(result.release.text).toBe(text);
          for (const end of [earliest, latest]) {
            expect(end === null || new Date(end).toISOString().startsWith(end)).toBe(true);
          }
          expect(earliest === null || latest === null || earliest <= latest).toBe(true);
        },
      ),
      { numRuns: numRuns * 10 },
    );
  });

  it('parseReleaseDate returns an approximate date that contains the plain one', () => {
    let compared = 0;
    fc.assert(
      fc.property(facts, (known) => {
        for (const { text } of trueWordings(known)) {
          // 月中頃 is the middle of the month, not an approximate 月中.
          if (text.endsWith('中')) continue;
          const plain = parseReleaseDate(text, known);
          const around = parseReleaseDate(`${text}頃`, known);
          if (!plain.ok || !around.ok) continue;
          compared += 1;
          expect(holds(around.release, plain.release), text).toBe(true);
        }
      }),
      { numRuns: numRuns / 5 },
    );
    expect(compared).toBeGreaterThan(numRuns);
  });
});

interface Interval {
  earliest: string | null;
  latest: string | null;
}

/** Whether the outer interval contains every day of the inner one; null is an open end. */
function holds(outer: Interval, inner: Interval): boolean {
  const begins =
    outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest);
  const ends = outer.latest === null || (inner.latest !== null && outer.latest >= inner.latest);
  return begins && ends;
}
