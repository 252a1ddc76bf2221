import { describe, expect, it } from 'vitest';
import { readSql } from '../../services/rds-data/readSql.ts';
import { rememberSql } from '../../services/rds-data/rememberSql.ts';

describe('readSql', () => {
  it('named parameters are returned in order, each as often as it is used', () => {
    expect(readSql('select :P1, :P10, :P1 from t where a=:a_b')).toMatchObject({
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
    ['select $1, 1e5, 0x1f, 雪国 from 本'],
  ])('%s is kept as it is', (sql) => {
    expect(readSql(sql)).toMatchObject({ sql, names: [] });
  });

  it('a statement may end in a semicolon', () => {
    expect(readSql('select 1 ; -- done\n').sql.trim()).toBe('select 1  -- done');
  });

  it.each([
    ['select 1; select 2', "Multistatements aren't supported."],
    ['select 1;;x', "Multistatements aren't supported."],
    ['select ?', 'Positional parameters'],
    ["select 'a", "a ' at 7 that is not closed"],
    ['select /* a', 'a /* at 7 that is not closed'],
    [' ; ', 'empty'],
    ['-- nothing', 'empty'],
  ])('a statement is rejected with %s', (sql, message) => {
    expect(() => readSql(sql)).toThrow(message);
  });

  it.each([
    ['set @a = 1', true],
    ['  SET names utf8mb4', true],
    ['use other', true],
    ['begin', true],
    ['start transaction', true],
    ['lock tables t read', true],
    ['select a into @a from t', true],
    ['select @a := a from t', true],
    ["select get_lock('a', 1)", true],
    ['create temporary table t (a int)', true],
    ['update t set a = 1', false],
    ["select 'set @a := 1', `use` from t", false],
    ['select @@sql_mode', false],
  ])('%s changes the session for later statements: %s', (sql, changes) => {
    expect(readSql(sql).changesSession).toBe(changes);
  });
});

describe('caching of SQL', () => {
  it('repeated SQL is parsed once, and again only after many others', () => {
    const read = rememberSql();
    const first = read('select 0');
    for (let n = 1; n < 256; n += 1) read(`select ${n}`);
    expect(read('select 0')).toBe(first);
    for (let n = 256; n < 512; n += 1) read(`select ${n}`);
    expect(read('select 0')).not.toBe(first);
  });

  it('repeated invalid SQL is rejected each time', () => {
    const read = rememberSql();
    for (let n = 0; n < 2; n += 1) expect(() => read('select ?')).toThrow('Positional');
  });
});
