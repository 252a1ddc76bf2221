import { util } from '@aws-appsync/utils';
import { createMySQLStatement, sql, toJsonObject } from '@aws-appsync/utils/rds';
import { expect, test } from 'vitest';
import { runInvocation, startInvocation } from '../../services/appsync/utils/invocation.ts';

// The example of local/services/appsync/utils/README.md.

function request(ctx: { args: { id: string } }) {
  return createMySQLStatement(sql`select price from book where id = ${ctx.args.id}`);
}

function response(ctx: { result: string }) {
  const [row] = toJsonObject(ctx.result)[0] ?? [];
  if (!row) util.error('no such book', 'BookNotFound');
  if (row?.price === 0) util.appendError('a free book', 'Free');
  return row?.price;
}

test('the price of a book is requested by its id', () => {
  expect(request({ args: { id: 'isbn-1' } })).toEqual({
    statements: ['select price from book where id = :P0'],
    variableMap: { ':P0': 'isbn-1' },
    variableTypeHintMap: {},
  });
});

test('a missing book is an error of the field', () => {
  const result = JSON.stringify({ sqlStatementResults: [{ records: [] }] });
  expect(() => response({ result })).toThrow(
    expect.objectContaining({ message: 'no such book', errorType: 'BookNotFound' }),
  );
});

test('an invocation keeps the state that a handler leaves behind', () => {
  const invocation = startInvocation();
  const rows = { records: [[{ longValue: 0 }]], columnMetadata: [{ label: 'price' }] };
  const result = JSON.stringify({ sqlStatementResults: [rows] });
  expect(runInvocation(invocation, () => response({ result }))).toBe(0);
  expect(invocation.appendedErrors).toEqual([
    expect.objectContaining({ message: 'a free book', errorType: 'Free' }),
  ]);
});
