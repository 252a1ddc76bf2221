import { type Context, util } from '@aws-appsync/utils';
import { fail } from '../request/fail.ts';

/** One row by column label. A column that is null, or was not selected, is absent. */
export interface Row {
  [column: string]: string | number | boolean | undefined;
}

/** The rows of one statement of the request; an empty list when there are none. */
export function rows(ctx: Context, statement = 0): Row[] {
  if (ctx.error) {
    // The database's own words may quote what others wrote; they belong in the log alone.
    console.error(ctx.error);
    fail('Unavailable', 'The catalogue cannot be read at the moment; try again later.');
  }
  // The types leave open what is known: one list of rows for each statement.
  const results = (util.rds.toJsonObject(ctx.result) ?? []) as Row[][];
  const found = results[statement] ?? [];
  // A statement without records is given as one row without columns.
  return found.filter((row) => Object.keys(row).length > 0);
}

/** The only row of one statement; null when there is none. */
export function one(ctx: Context, statement = 0): Row | null {
  return rows(ctx, statement)[0] ?? null;
}

/** What the function before returned. Fails where a statement of this one failed. */
export function passOn(ctx: Context) {
  rows(ctx);
  return ctx.prev.result;
}
