import { type Context, util } from '@aws-appsync/utils';
import { fail } from '../request/fail.ts';

/** One row by column label. A column that is null or was not selected is absent. */
export interface Row {
  [column: string]: string | number | boolean | undefined;
}

/** The rows of one statement of the request; an empty list if there are none. */
export function rows(ctx: Context, statement = 0): Row[] {
  if (ctx.error) {
    // The database's message may quote other people's data, so it is only logged.
    console.error(ctx.error);
    fail('Unavailable', 'The catalogue cannot be read at the moment; try again later.');
  }
  // The types omit what is known: one list of rows per statement.
  const results = (util.rds.toJsonObject(ctx.result) ?? []) as Row[][];
  const found = results[statement] ?? [];
  // A statement without records is returned as one row without columns.
  return found.filter((row) => Object.keys(row).length > 0);
}

/** The only row of one statement; null if there is none. */
export function one(ctx: Context, statement = 0): Row | null {
  return rows(ctx, statement)[0] ?? null;
}

/** Returns the previous function's result. Fails if a statement of this one failed. */
export function passOn(ctx: Context) {
  rows(ctx);
  return ctx.prev.result;
}
