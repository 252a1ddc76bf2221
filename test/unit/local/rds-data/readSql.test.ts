import { describe, expect, it } from 'vitest';
import { readSql } from '../../../../local/services/rds-data/readSql.ts';

describe('the SQL of a request', () => {
  it('has its named parameters in order, each as often as it is used', () => {
    expect(readSql('select :P1, :P10, :P1 from t where a=:a_b')).toEqual({
      sql: 'select ?, ?, ? from t where a=?',
      names: ['P1', 'P10', 'P1', 'a_b'],
    });
  });

  it.each([
    ["select ':x', 'it''s :x', '\\' :x'"],
    ['select ":x" from `a:x`'],
    ['select 1 -- :x'],
    ['select 1 # :x ? ;'],
    ['select /* :x ? ; */ 1'],
    ['set @a := 1'],
    ["select '12:30', a::b"],
  ])('keeps %s as it is', (sql) => {
    expect(readSql(sql)).toEqual({ sql, names: [] });
  });

  it('may end in a semicolon', () => {
    expect(readSql('select 1 ; -- done\n').sql.trim()).toBe('select 1  -- done');
  });

  it.each([
    ['select 1; select 2', 'Multistatements are not supported'],
    ['select 1;;x', 'Multistatements are not supported'],
    ['select ?', 'Positional parameters'],
    ["select 'a", "a ' at 7 that is not closed"],
    ['select /* a', 'a /* at 7 that is not closed'],
    [' ; ', 'empty'],
  ])('refuses %s', (sql, message) => {
    expect(() => readSql(sql)).toThrow(message);
  });
});
