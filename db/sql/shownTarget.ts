/**
 * Joins that find the target of the row `alias`, by its `kind` and `target_id`: a contributor or a
 * series, under the name that members see. Both columns are null for anything else.
 */
export function joinShownTarget(alias: string): string {
  return `left join contributor asked_c on ${alias}.kind = 'CONTRIBUTOR' and asked_c.id = ${alias}.target_id
  left join contributor shown_c on shown_c.id = asked_c.joined_to
  left join series asked_s on ${alias}.kind = 'SERIES' and asked_s.id = ${alias}.target_id
  left join series shown_s on shown_s.id = asked_s.joined_to`;
}

export const SHOWN_ID = 'coalesce(asked_c.joined_to, asked_s.joined_to)';
export const SHOWN_NAME = 'coalesce(shown_c.name, shown_s.name)';
