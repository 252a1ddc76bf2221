import type { Context } from '@aws-appsync/utils';
import { hasNoReason } from '../../../db/sql/hasNoReason.ts';
import type { MutationUnsubscribeFromBookArgs } from '../../generated/schema.ts';
import { memberId } from '../../lib/request/identity.ts';
import { bookId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/** Deletes the subscription with its last reason; a consent given in the meantime keeps it. */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const remove = `delete from subscription where member_id = :me and book_id = :book
and ${hasNoReason(':me', ':book')}`;
  return query([remove], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context) {
  return passOn(ctx);
}
