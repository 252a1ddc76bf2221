import { indexLists } from './indexLists.ts';
import { type Phrases, readPhrases } from './phrases.ts';

/**
 * What only one of the two engines supports. `mysql`: only Aurora MySQL has it and MariaDB fails;
 * `mariadb`: only MariaDB has it; `silent`: both accept it but return different results.
 */
export type Side = 'mysql' | 'mariadb' | 'silent';

export interface Unportable {
  side: Side;
  /** The construct's name: `FOR SHARE`. */
  construct: string;
  /** Its start in the text. */
  index: number;
}

interface Rule {
  side: Side;
  construct: string;
  /** Returns the tokens at which the construct occurs. */
  find(sql: Phrases): number[];
}

/**
 * Finds everything in this statement that Aurora MySQL and MariaDB do not share. Throws
 * UnclosedToken.
 */
export function findUnportable(sql: string): Unportable[] {
  const phrases = readPhrases(sql);
  return rules.flatMap(({ side, construct, find }) =>
    find(phrases).map((at) => ({ side, construct, index: phrases.tokens[at]?.index ?? 0 })),
  );
}

function rule(side: Side, construct: string, find: Rule['find']): Rule {
  return { side, construct, find };
}

/** A construct that consists of these words, anywhere. */
function words(side: Side, construct: string, ...phrases: string[]): Rule {
  return rule(side, construct, (sql) => phrases.flatMap((phrase) => sql.find(phrase)));
}

/** Constructs that are one function each. */
function functions(side: Side, ...names: string[]): Rule[] {
  return names.map((name) => words(side, `${name.toUpperCase()}()`, `${name} (`));
}

/** A name of a collation or plug-in, quoted or not. */
function named(side: Side, construct: string, pattern: RegExp): Rule {
  return rule(side, construct, (sql) =>
    all(sql, (at) => pattern.test(sql.text(at)?.toLowerCase() ?? '')),
  );
}

function all(sql: Phrases, is: (at: number) => boolean): number[] {
  return sql.tokens.map((_token, at) => at).filter(is);
}

/** These words directly inside a function's parentheses. */
function within(sql: Phrases, name: string, phrase: string): number[] {
  return sql
    .calls(name)
    .flatMap(({ from, to }) =>
      sql.find(phrase).filter((at) => at >= from && at < to && sql.depth(at) === sql.depth(from)),
    );
}

function startsWith(sql: Phrases, ...verbs: string[]): boolean {
  return verbs.includes(sql.word(0));
}

/** A word about an index: after its columns, or in `alter index … word`. */
function ofAnIndex(sql: Phrases, word: string): number[] {
  const isBehindColumns = (at: number) =>
    indexLists(sql).some(({ open, close }) => {
      const ends = [',', ')', ';'];
      const end = all(sql, (i) => i > close && ends.includes(sql.text(i) ?? '')).find(
        (i) => sql.depth(i) <= sql.depth(open) + (sql.text(i) === ')' ? 1 : 0),
      );
      return at > close && at < (end ?? sql.length);
    });
  const isAltered = (at: number) =>
    sql.word(at - 2) === 'index' || (sql.word(at - 1) === 'not' && sql.word(at - 3) === 'index');
  return sql.find(word).filter((at) => isBehindColumns(at) || isAltered(at));
}

const offsetInTime =
  /^['"]\d{4}-\d{1,2}-\d{1,2}[ t]\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?[+-]\d{1,2}:\d{2}['"]$/;

const rules: Rule[] = [
  rule('mysql', 'AS after VALUES', (sql) =>
    startsWith(sql, 'insert', 'replace')
      ? sql
          .find(') as')
          .map((at) => at + 1)
          .filter((at) => sql.depth(at) === 0)
          .filter((at) =>
            [...sql.find('values'), ...sql.find('value')].some(
              (values) => values < at && sql.depth(values) === 0,
            ),
          )
      : [],
  ),
  words('mysql', '->', '->'),
  words('mysql', '->>', '->>'),
  words('mysql', 'FOR SHARE', 'for share'),
  words('mysql', 'FOR UPDATE OF', 'for update of'),
  rule('mysql', 'functional index', (sql) =>
    indexLists(sql).flatMap(({ open, close }) =>
      all(sql, (at) => at > open && at < close && sql.text(at) === '(').filter(
        (at) =>
          sql.depth(at) === sql.depth(open) + 1 && ['(', ','].includes(sql.text(at - 1) ?? ''),
      ),
    ),
  ),
  rule('mysql', 'multi-valued index', (sql) => within(sql, 'cast', 'array )')),
  words('mysql', 'MEMBER OF', 'member of ('),
  rule('mysql', 'CAST AS JSON', (sql) => [
    ...within(sql, 'cast', 'as json'),
    ...within(sql, 'convert', ', json'),
  ]),
  rule('mysql', 'JSON_VALUE … RETURNING', (sql) => within(sql, 'json_value', 'returning')),
  words('mysql', 'LATERAL', 'lateral ('),
  words('mysql', 'VALUES ROW()', 'values row ('),
  rule('mysql', 'TABLE t', (sql) =>
    sql
      .find('table')
      .filter(
        (at) =>
          at === 0 ||
          ['union', 'all', 'distinct', 'except', 'intersect'].includes(sql.word(at - 1)) ||
          sql.text(at - 1) === '(',
      ),
  ),
  ...functions(
    'mysql',
    'json_storage_size',
    'grouping',
    'any_value',
    'regexp_like',
    'uuid_to_bin',
    'bin_to_uuid',
  ),
  words('mysql', 'EXPLAIN ANALYZE', 'explain analyze', 'describe analyze', 'desc analyze'),
  words('mysql', 'FORMAT=TREE', 'format = tree'),
  rule('mysql', 'SET max_execution_time', (sql) =>
    startsWith(sql, 'set')
      ? all(sql, (at) => /^(@@\w*\.?)?max_execution_time$/.test(sql.word(at)))
      : [],
  ),
  rule('mysql', 'INVISIBLE index', (sql) => ofAnIndex(sql, 'invisible')),
  rule('mysql', 'SRID', (sql) =>
    sql.find('srid').filter((at) => /^\d+$/.test(sql.text(at + 1) ?? '')),
  ),
  words('mysql', 'DROP CHECK', 'drop check'),
  named('mysql', 'TIMESTAMP literal with offset', offsetInTime),
  named('mysql', 'caching_sha2_password', /^['"`]?caching_sha2_password['"`]?$/),
  words('mysql', 'LOAD DATA FROM S3', 'load data from s3', 'load xml from s3'),
  named('mysql', 'utf8mb4_ja_0900_as_cs', /^['"`]?utf8mb4_ja_0900_as_cs(_ks)?['"`]?$/),
  words('mysql', 'WITH PARSER', 'with parser'),

  rule('mariadb', 'RETURNING', (sql) =>
    startsWith(sql, 'insert', 'delete', 'replace')
      ? sql.find('returning').filter((at) => sql.depth(at) === 0)
      : [],
  ),
  rule('mariadb', 'CREATE OR REPLACE', (sql) =>
    sql
      .find('create or replace')
      .filter((at) =>
        ['table', 'temporary', 'index', 'unique', 'database', 'schema', 'user', 'role'].includes(
          sql.word(at + 3),
        ),
      ),
  ),
  rule('mariadb', 'IF [NOT] EXISTS of a column or an index', (sql) =>
    [...sql.find('if not exists'), ...sql.find('if exists')].filter((at) =>
      ['add', 'column', 'index', 'key', 'modify', 'change', 'constraint'].includes(
        sql.word(at - 1),
      ),
    ),
  ),
  words(
    'mariadb',
    'SEQUENCE',
    'create sequence',
    'create or replace sequence',
    'create temporary sequence',
    'alter sequence',
    'drop sequence',
    'next value for',
    'previous value for',
    'nextval (',
    'lastval (',
    'setval (',
  ),
  named('mariadb', 'uca1400 collation', /uca1400_/),
  rule('mariadb', 'IGNORED index', (sql) => ofAnIndex(sql, 'ignored')),
  rule('mariadb', 'SET STATEMENT', (sql) => sql.find('set statement').filter((at) => at === 0)),

  // MariaDB has no time zone tables here, so a name returns NULL.
  rule('silent', 'CONVERT_TZ with the name of a time zone', (sql) =>
    sql
      .calls('convert_tz')
      .flatMap(({ from, to }) =>
        all(
          sql,
          (at) =>
            at > from &&
            at < to &&
            sql.depth(at) === sql.depth(from) &&
            sql.tokens[at]?.kind === 'string' &&
            sql.text(at - 1) === ',' &&
            !/^['"][+-]\d{1,2}:\d{2}['"]$/.test(sql.text(at) ?? ''),
        ),
      ),
  ),
];
