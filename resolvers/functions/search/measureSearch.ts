import { type Context, runtime } from '@aws-appsync/utils';
import type { QueryUpcomingBooksArgs } from '../../generated/schema.ts';
import { readSearch, wordsOf } from '../../lib/search/search.ts';
import { choosePlan, measure } from '../../lib/search/searchPlan.ts';
import { rows } from '../../lib/sql/rows.ts';

/** Finds out which part of the words finds the books with the least reading. */
export function request(ctx: Context<QueryUpcomingBooksArgs>) {
  const filter = ctx.args.filter ?? {};
  const search = readSearch(filter.text);
  ctx.stash.search = search;
  // An ISBN or a member's subscriptions leave few books; the words are then matched against these.
  if (!search || search.words.length === 0 || search.isbns.length > 0 || filter.subscribed) {
    return runtime.earlyReturn(null);
  }
  // The publisher is part of the text as well, and may be rarer than the words.
  const words = [...search.words, ...wordsOf(filter.publisher ?? '')];
  return measure(words, ctx.args.orderBy !== 'ANNOUNCED');
}

export function response(ctx: Context<QueryUpcomingBooksArgs>): null {
  ctx.stash.plan = choosePlan(rows(ctx));
  return null;
}
