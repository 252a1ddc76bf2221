import type { Context } from '@aws-appsync/utils';
import type { BookContributor, SeriesPlace } from '../../generated/schema.ts';
import { entryObject, type RawEntry, toEntry } from '../catalogue/catalogueEntry.ts';
import { readSelection } from '../request/selection.ts';
import type { Row } from '../sql/rows.ts';
import { json } from '../sql/values.ts';

/**
 * The entries that represent the contributors of the book `b`, each with its place in the feed's
 * statement.
 */
export const CONTRIBUTOR_LINKS = `(select json_arrayagg(json_object('place', l.place, 'entry', ${entryObject('CONTRIBUTOR', 'who')}))
  from book_contributor l join contributor who on who.id = l.contributor_id where l.book_id = b.id)`;

/** The place of the book `b` in its series. */
export const SERIES_PLACE = `(select json_object('number', l.volume_number, 'entry', ${entryObject('SERIES', 'which')})
  from book_series l join series which on which.id = l.series_id where l.book_id = b.id)`;

const STATED = ['name', 'reading', 'role', 'roleText', '__typename'];

/** Whether the selection below the book at `path` may include its contributors' entries. */
export function asksContributors(ctx: Context, path: string): boolean {
  const { names, aliases } = readSelection(ctx, `${path}contributors/`);
  if (aliases === 'seen' || names.indexOf('contributor') >= 0) return true;
  return aliases === 'perhaps' && names.some((name) => STATED.indexOf(name) < 0);
}

/** A nested object may come as a JSON string. */
type Nested<T> = T | string;

/** The contributors as the feed states them, with their entries if selected. */
export function toContributors(row: Row): BookContributor[] | undefined {
  const stated = json<BookContributor[]>(row.contributors);
  const links = json<Nested<{ place: number; entry: Nested<RawEntry> }>[]>(row.contributor_links);
  if (stated === undefined || links === undefined) return stated;
  const linked = links.map((link) => unnest(link));
  return stated.map((one, place) => {
    const link = linked.find((each) => each.place === place);
    if (link === undefined) return one;
    // Its books and its subscription have their own resolvers.
    const contributor = toEntry(unnest(link.entry)) as BookContributor['contributor'];
    return { ...one, contributor };
  });
}

export function toSeriesPlace(row: Row): SeriesPlace | undefined {
  const place = json<{ number: number | null; entry: Nested<RawEntry> }>(row.series_place);
  if (place === undefined) return undefined;
  // As above.
  return { number: place.number, series: toEntry(unnest(place.entry)) as SeriesPlace['series'] };
}

function unnest<T>(value: Nested<T>): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : value;
}
