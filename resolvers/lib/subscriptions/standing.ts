import { joinShownTarget, SHOWN_ID, SHOWN_NAME } from '../../../db/sql/shownTarget.ts';
import type {
  CatalogueKind,
  ContributorRole,
  StandingSubscription,
} from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant, json } from '../sql/values.ts';

/**
 * A select of the member's (`:me`) standing subscriptions: one row for each contributor and series,
 * including everything joined to it. `where` narrows the rows of `standing_subscription w`.
 */
export function selectStanding(where: string): string {
  return `select w.kind, ${SHOWN_ID} as id,
  max(${SHOWN_NAME}) as name, min(w.created_at) as since,
  json_arrayagg(w.roles) as role_lists
from standing_subscription w
  ${joinShownTarget('w')}
where w.member_id = :me and w.ended_at is null and ${SHOWN_ID} is not null
  and ${where}
group by w.kind, ${SHOWN_ID}`;
}

export function toStanding(row: Row): StandingSubscription {
  return {
    kind: `${row.kind}` as CatalogueKind,
    id: `${row.id}`,
    name: `${row.name}`,
    roles: row.kind === 'SERIES' ? null : toRoles(row),
    since: `${instant(row.since)}`,
  };
}

/** The roles of all, if several were joined. */
function toRoles(row: Row): ContributorRole[] {
  // A nested list is a string on one of the engines.
  const lists = json<(string | ContributorRole[] | null)[]>(row.role_lists) ?? [];
  const all = lists.flatMap((list) =>
    typeof list === 'string' ? (JSON.parse(list) as ContributorRole[]) : (list ?? []),
  );
  return all.filter((role, index) => all.indexOf(role) === index);
}
