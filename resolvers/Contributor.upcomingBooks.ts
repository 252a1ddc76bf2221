import type { Context } from '@aws-appsync/utils';
import type {
  BookConnection,
  Contributor,
  ContributorUpcomingBooksArgs,
} from './generated/schema.ts';
import { listBooks, toBookConnection } from './lib/books/listBooks.ts';
import { RELEASE } from './lib/books/upcomingOrder.ts';

// A contributor has only a few of all upcoming books: start from those.
const BOOKS = `(select distinct l.book_id from book_contributor l where l.contributor_id = :whose) whose
  straight_join book b on b.id = whose.book_id`;

export function request(ctx: Context<ContributorUpcomingBooksArgs, object, object, Contributor>) {
  const whose = ctx.source?.id ?? '';
  const source = { from: BOOKS, texts: [], values: { whose }, isWholeList: false };
  return listBooks(ctx, source, RELEASE);
}

export function response(ctx: Context<ContributorUpcomingBooksArgs>): BookConnection {
  return toBookConnection(ctx, RELEASE);
}
