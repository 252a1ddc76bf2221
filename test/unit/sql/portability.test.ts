import { describe, expect, it } from 'vitest';
import * as rds from '../../../local/services/appsync/utils/rds.ts';
import { findUnportable } from '../../../local/services/database/unportable.ts';
import { countSql, productFiles, unportableIn } from './productSql.ts';

describe('the SQL of the product', () => {
  const files = productFiles();

  it('the product’s SQL is found in migrations, resolvers and every step', () => {
    const withSql = files.filter((file) => countSql(file) > 0);
    for (const file of [
      'db/migrations/001_book.sql',
      'db/shop/views.sql',
      'resolvers/lib/books/listBooks.ts',
      'resolvers/functions/standing/catchUp.ts',
      'services/release/askShop.ts',
      'services/mail/outbox/claimMails.ts',
      'services/auth/throttling/admitStranger.ts',
      'services/ingest/merging/mergeWholeRows.ts',
    ]) {
      expect(withSql).toContain(file);
    }
  });

  it('the product’s SQL runs on Aurora MySQL and on MariaDB, with the same meaning', () => {
    expect(files.flatMap((file) => unportableIn(file))).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'db/migrations/999.sql',
      '-- a note\ncreate table a (b int);\n\ncreate or replace table t (\n  a int);\n',
      'db/migrations/999.sql:4: CREATE OR REPLACE',
    ],
    [
      'mail/some.ts',
      'const a = 1;\nquery(`select a\n  from t\n  where b = :b for share`);\n',
      'mail/some.ts:4: FOR SHARE',
    ],
    ['mail/some.ts', "run('delete from t returning a');", 'mail/some.ts:1: RETURNING'],
    ['mail/some.ts', "const column = 'b.facts->>\\'$.a\\'';", 'mail/some.ts:1: ->>'],
    [
      'mail/some.ts',
      "const part = `, convert_tz(b.at, '+00:00', 'Asia/Tokyo') as at`;\nconst from = 'from t';",
      '',
    ],
  ])('unportable SQL is reported by file and line: %s', (file, content, found) => {
    expect(unportableIn(file, content)).toEqual(found === '' ? [] : [found]);
  });
});

describe('the SQL that the rds helper writes', () => {
  const where = {
    or: [
      { title: { contains: '雪' } },
      { price: { between: [1, 2] } },
      { a: { ne: 1 } },
      { b: { attributeExists: false } },
      { c: { beginsWith: 'x' } },
      { d: { ge: 1 } },
    ],
  };
  const orderBy = [{ column: 'title', dir: 'DESC' }];

  it.each<[string, () => unknown]>([
    [
      'select',
      () =>
        rds.select({
          table: 'book',
          columns: ['id', 'title'],
          where,
          orderBy,
          limit: 5,
          offset: 2,
        } as never),
    ],
    ['select of everything', () => rds.select({ table: 'book' } as never)],
    [
      'insert',
      () => rds.insert({ table: 'book', values: { id: 1, title: 'x', gone: null } } as never),
    ],
    ['update', () => rds.update({ table: 'book', values: { title: 'x' }, where } as never)],
    ['remove', () => rds.remove({ table: 'book', where } as never)],
  ])('the rds helper’s SQL runs on both engines: %s', (_what, write) => {
    const { statements } = rds.createMySQLStatement(write() as never) as { statements: string[] };
    expect(statements[0]).toContain('`book`');
    expect(statements.flatMap(findUnportable)).toEqual([]);
  });
});
