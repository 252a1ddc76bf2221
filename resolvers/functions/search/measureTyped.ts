import { type Context, runtime } from '@aws-appsync/utils';
import type { QuerySuggestArgs, Suggestions } from '../../generated/schema.ts';
import { fail } from '../../lib/request/fail.ts';
import { readTyped } from '../../lib/search/search.ts';
import { choosePlan, measureBy } from '../../lib/search/searchPlan.ts';
import { FEW_TO_SUGGEST } from '../../lib/search/suggest.ts';
import { rows } from '../../lib/sql/rows.ts';

const NOTHING: Suggestions = { books: [], contributors: [], series: [] };

/** As for a search: finds out which part of the words finds the books with the least reading. */
export function request(ctx: Context<QuerySuggestArgs>) {
  const first = ctx.args.first ?? 5;
  if (first < 1 || first > 10) fail('InvalidArgument', `first: ${first} is not between 1 and 10`);
  const typed = readTyped(ctx.args.text);
  ctx.stash.typed = typed;
  const { words, isbns } = typed.search;
  if (words.length + isbns.length === 0) return runtime.earlyReturn(NOTHING, { skipTo: 'END' });
  if (isbns.length > 0) return runtime.earlyReturn(null);
  return measureBy(words, FEW_TO_SUGGEST);
}

export function response(ctx: Context<QuerySuggestArgs>): null {
  ctx.stash.plan = choosePlan(rows(ctx));
  return null;
}
