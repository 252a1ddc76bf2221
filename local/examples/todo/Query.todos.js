import { util } from '@aws-appsync/utils';
import { createMySQLStatement, select, toJsonObject } from '@aws-appsync/utils/rds';

export function request() {
  return createMySQLStatement(select({ table: 'todo', columns: ['id', 'title'] }));
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return toJsonObject(ctx.result)[0];
}
