import type { Context } from '@aws-appsync/utils';

import { FULL_TITLE } from '../../../db/sql/fullTitle.ts';
import { joinShownTarget, SHOWN_ID, SHOWN_NAME } from '../../../db/sql/shownTarget.ts';
import type { SubscriptionReason } from '../../generated/schema.ts';
import { readSelection } from '../request/selection.ts';
import type { Row } from '../sql/rows.ts';
import { json, truth } from '../sql/values.ts';

/**
 * Why the member `:me` is subscribed to the book `b`, as columns of a statement. Joined
 * contributors and series appear under the name they are joined to.
 */
export const REASON_COLUMNS = `${FULL_TITLE} as asked_title,
exists (select 1 from consent c where c.member_id = :me and c.book_id = b.id
  and c.withdrawn_at is null) as is_asked,
(select json_arrayagg(json_object('kind', r.kind, 'id', ${SHOWN_ID}, 'name', ${SHOWN_NAME}))
  from subscription_reason r
  join standing_subscription w on w.member_id = r.member_id and w.kind = r.kind
    and w.target_id = r.target_id and w.ended_at is null
  ${joinShownTarget('r')}
  where r.member_id = :me and r.book_id = b.id and ${SHOWN_ID} is not null) as awaited`;

/** `, ` and those columns if the selection below `path` may need them; otherwise empty. */
export function reasonColumns(ctx: Context, path: string): string {
  const { names, aliases } = readSelection(ctx, path);
  return aliases !== 'none' || names.indexOf('reasons') >= 0 ? `, ${REASON_COLUMNS}` : '';
}

/** The member's own request first, then contributors, then series; joined ones are merged. */
export function toReasons(row: Row, bookId: string): SubscriptionReason[] {
  const awaited = json<SubscriptionReason[]>(row.awaited) ?? [];
  const ofKind = (kind: string) =>
    awaited.filter(
      (reason, index) =>
        reason.kind === kind &&
        !awaited.some(
          (other, before) => before < index && other.kind === kind && other.id === reason.id,
        ),
    );
  const asked: SubscriptionReason = { kind: 'BOOK', id: bookId, name: `${row.asked_title}` };
  return [...(truth(row.is_asked) ? [asked] : []), ...ofKind('CONTRIBUTOR'), ...ofKind('SERIES')];
}
