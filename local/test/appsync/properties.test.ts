import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { util } from '../../services/appsync/utils/index.ts';
import { toRegExp } from '../../services/appsync/utils/javaRegex.ts';
import {
  createMySQLStatement,
  createPgStatement,
  insert,
  select,
  sql,
  update,
} from '../../services/appsync/utils/rds.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });
const zone = fc.constantFrom('UTC', 'Asia/Tokyo', 'Asia/Kolkata', 'America/New_York', '-03:30');
const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('formatted times are parsed back', () => {
  test.each([
    'yyyy-MM-dd HH:mm:ss.SSSXXX',
    "EEEE, d MMMM uuuu 'at' h:mm:ss a SSS Z",
    'yyyyDDDkkmmssSSSxx',
    'd.M.yyyy[ H:m:s.SSS]XXXXX',
  ])('%s', (pattern) => {
    fc.assert(
      fc.property(moment, zone, (at, timezone) => {
        const written = util.time.epochMilliSecondsToFormatted(at, pattern, timezone);
        expect(util.time.parseFormattedToEpochMilliSeconds(written, pattern)).toBe(at);
      }),
    );
  });

  test('times are parsed in their zone if they have no offset', () => {
    const pattern = 'yyyy-MM-dd HH:mm:ss.SSS';
    // Zones that never set their clocks back, so that a local time is unambiguous.
    const steady = fc.constantFrom('UTC', 'Asia/Tokyo', 'Asia/Kolkata', '+09:00');
    fc.assert(
      fc.property(moment, steady, (at, timezone) => {
        const written = util.time.epochMilliSecondsToFormatted(at, pattern, timezone);
        expect(util.time.parseFormattedToEpochMilliSeconds(written, pattern, timezone)).toBe(at);
      }),
    );
  });
});

describe('no value appears in the text of a statement', () => {
  const marked = text.map((value) => `«${value}»`);

  test('values of the helpers become parameters', () => {
    fc.assert(
      fc.property(marked, fc.constantFrom('eq', 'contains', 'beginsWith'), (value, operator) => {
        const where = { title: { [operator]: value } };
        const request = createMySQLStatement(
          select({ table: 'book', where }),
          update({ table: 'book', values: { title: value }, where }),
        );
        expect(request.statements.join()).not.toContain('«');
        expect(Object.keys(request.variableMap)).toEqual([':P0', ':P1', ':P2']);
      }),
    );
  });

  test('values of a template become parameters', () => {
    fc.assert(
      fc.property(marked, (value) => {
        const { statements, variableMap } = createMySQLStatement(sql`select ${value}, ${value}`);
        expect(statements).toEqual(['select :P0, :P1']);
        expect(variableMap).toEqual({ ':P0': value, ':P1': value });
      }),
    );
  });

  test('a name cannot terminate its quotes', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '`', '"', ' ', ';'), minLength: 1 });
    fc.assert(
      fc.property(name, (given) => {
        const statement = insert({ table: given, values: { [given]: 1 } });
        for (const [build, quote] of [
          [createMySQLStatement, '`'],
          [createPgStatement, '"'],
        ] as const) {
          const written = quote + given.replaceAll(quote, quote + quote) + quote;
          expect(build(statement).statements).toEqual([
            `INSERT INTO ${written} (${written}) VALUES (:P0)`,
          ]);
        }
      }),
    );
  });
});

test('a quoted Java expression matches only itself', () => {
  const literal = text.filter((value) => !value.includes('\\E') && !/\p{Surrogate}/u.test(value));
  fc.assert(
    fc.property(literal, (value) => {
      const expression = toRegExp(`\\A\\Q${value}\\E\\z`);
      expect([expression.test(value), expression.test(`${value}x`)]).toEqual([true, false]);
    }),
  );
});

test('encoded values are decoded to the original', () => {
  const whole = text.filter((value) => value.isWellFormed());
  fc.assert(
    fc.property(whole, (value) => {
      expect(util.urlDecode(util.urlEncode(value))).toBe(value);
      expect(util.base64Decode(util.base64Encode(value))).toBe(value);
      expect(JSON.parse(`"${util.escapeJavaScript(value).replaceAll("\\'", "'")}"`)).toBe(value);
    }),
  );
});
