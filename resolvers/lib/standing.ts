import type { CatalogueKind, ContributorRole, StandingSubscription } from '../generated/schema.ts';
import type { Row } from './rows.ts';
import { instant, json } from './values.ts';

/**
 * What the member `:me` waits for, as a select: one row for each contributor and series, whatever was
 * joined to it. `where` narrows the rows of `standing_subscription w`.
 */
export function selectStanding(where: string): string {
  return `select w.kind, coalesce(c.joined_to, e.joined_to) as id,
  max(coalesce(mc.name, me.name)) as name, min(w.created_at) as since,
  json_arrayagg(w.roles) as role_lists
from standing_subscription w
left join contributor c on w.kind = 'CONTRIBUTOR' and c.id = w.target_id
left join contributor mc on mc.id = c.joined_to
left join series e on w.kind = 'SERIES' and e.id = w.target_id
left join series me on me.id = e.joined_to
where w.member_id = :me and w.ended_at is null and coalesce(c.joined_to, e.joined_to) is not null
  and ${where}
group by w.kind, coalesce(c.joined_to, e.joined_to)`;
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

/** Of several that were joined since, the roles of all. */
function toRoles(row: Row): ContributorRole[] {
  // A list within the list is a text on one of the engines.
  const lists = json<(string | ContributorRole[] | null)[]>(row.role_lists) ?? [];
  const all = lists.flatMap((list) =>
    typeof list === 'string' ? (JSON.parse(list) as ContributorRole[]) : (list ?? []),
  );
  return all.filter((role, index) => all.indexOf(role) === index);
}
