import { describe, expect, it } from 'vitest';
import { strangerSubjects } from '../../../../../services/auth/throttling/subjects.ts';

const subjectsOf = (login: string, memberId: string | null = null, key = 'a key') =>
  strangerSubjects({ login, memberId, address: '203.0.113.7', deviceId: null }, key);

describe('the throttling subject of a login', () => {
  it.each([
    ['kiku', 'KIKU', 'Kiku ', ' kiku', 'ｋｉｋｕ', 'kíkü'],
    ['はな', 'ハナ', 'ハナ ', 'ﾊﾅ', 'ばな', 'パナ'],
    ['っぽ', 'ツホ', 'ッポ', 'つほ'],
    ['kiku', 'ki\u00adku', 'ki\u0001ku', 'ki\u200bku', 'ki\u200dku', '\u202ekiku', 'kiku\ufeff'],
    ['strasse', 'straße', 'STRAẞE'],
    ['kazu', '🅚🅐🅩🅤', '🅺🅰🆉🆄'],
    ['くすろ', 'ㇰㇲㇿ'],
    ['1209', '１２０９', '١٢٠٩', '१२०९', '𝟙𝟚𝟘𝟡', '①②0⑨'],
    ['aeoeol', 'ÆŒØŁ', 'æœøł', 'ǽœǿł'],
  ])('a login counts as one in all its spellings: %s, %s …', (...spellings) => {
    expect(new Set(spellings.map((login) => subjectsOf(login).login)).size).toBe(1);
    expect(new Set(spellings.map((login) => subjectsOf(login).member)).size).toBe(1);
  });

  it.each([
    ['kiku', 'kiko'],
    ['はな', 'はま'],
    ['kiku1', 'kiku2'],
    ['a b', 'ab'],
  ])('a different login is counted separately: %s, %s', (left, right) => {
    expect(subjectsOf(left).login).not.toBe(subjectsOf(right).login);
  });

  it('a member’s login counts for the member, however it is spelled', () => {
    expect(subjectsOf('strasse', '7').member).toBe(subjectsOf('straße', '7').member);
    expect(subjectsOf('7').member).not.toBe(subjectsOf('kiku', '7').member);
  });

  it('a login cannot be recovered from the table without the key', () => {
    const [one, other] = [subjectsOf('kiku', '7'), subjectsOf('kiku', '7', 'another key')];
    for (const name of ['address', 'login', 'member'] as const) {
      expect(one[name]).not.toBe(other[name]);
      expect(one[name]).toMatch(new RegExp(`^${name[0]}:[0-9a-f]{64}$`));
    }
  });
});
