import { util } from '@aws-appsync/utils';
import {
  createMySQLStatement,
  insert,
  remove,
  select,
  sql,
  typeHint,
  update,
} from '@aws-appsync/utils/rds';

export function request() {
  return { payload: null };
}

export function response(ctx) {
  return build(ctx.args.name);
}

function build(name) {
  switch (name) {
    case 'variables':
      return createMySQLStatement(sql`insert into t values (${'a'}, ${null})`, sql`select ${2}`);
    case 'select':
      return createMySQLStatement(
        select({
          table: 'book',
          columns: ['id', 'b.title'],
          where: { or: [{ title: { eq: 'Snow' } }, { id: { gt: 10 } }] },
          orderBy: [{ column: 'title' }, { column: 'id', dir: 'DESC' }],
          limit: 10,
          offset: 1,
        }),
      );
    case 'groups':
      return where({
        and: [{ a: { eq: 1 } }, { b: { eq: 2 } }],
        or: [{ c: { eq: 3 } }, { c: { eq: 4 } }],
        d: { eq: 5 },
      });
    case 'texts':
      return where({ a: { contains: 'v' }, b: { beginsWith: 'v' }, c: { notContains: 'v' } });
    case 'operators':
      return where({
        a: { ne: 1 },
        b: { size: { gt: 1 } },
        c: { attributeExists: true },
        d: { attributeExists: false },
        e: { between: [1, 2] },
      });
    case 'empty':
      return where({});
    case 'in':
      return where({ a: { in: [1, 2] } });
    case 'eqNull':
      return where({ a: { eq: null } });
    case 'not':
      return where({ not: { a: { eq: 1 } } });
    case 'alias':
      return createMySQLStatement(select({ table: { b: 'book' }, columns: ['*', 'b.*'] }));
    case 'insert':
      return createMySQLStatement(insert({ table: 'book', values: { title: 'a', price: null } }));
    case 'update':
      return createMySQLStatement(
        update({ table: 'book', values: { title: 'a' }, where: { id: { eq: 1 } } }),
      );
    case 'updateAll':
      return createMySQLStatement(update({ table: 'book', values: { title: 'a' }, where: {} }));
    case 'remove':
      return createMySQLStatement(remove({ table: 'book', where: { id: { eq: 1 } } }));
    case 'returning':
      return createMySQLStatement(insert({ table: 'book', values: { a: 1 }, returning: ['a'] }));
    case 'hint':
      return createMySQLStatement(sql`select ${typeHint.TIMESTAMP('2023-02-01T00:00:00.000Z')}`);
    case 'join':
      return createMySQLStatement(
        select({
          from: 'book',
          columns: ['book.id'],
          leftJoin: [{ from: 'series', using: ['series_id'] }],
        }),
      );
    default:
      return util.error(`no statement named ${name}`, 'Unknown');
  }
}

function where(condition) {
  return createMySQLStatement(select({ table: 't', where: condition }));
}
