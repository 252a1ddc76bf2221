import { type Context, util } from '@aws-appsync/utils';
import { UPCOMING } from '../db/sql/upcoming.ts';
import { RELEASE_PRECISIONS } from '../domain/release/release.ts';
import { fromDigits, toDigits } from '../domain/release/releaseOrder.ts';
import type {
  CalendarDay,
  CalendarStretch,
  QueryReleaseCalendarArgs,
  ReleaseCalendar,
  ReleasePrecision,
} from './generated/schema.ts';
import { bookBytes, bookColumns, bookValues, toBook } from './lib/books/book.ts';
import { IS_SOLD_SINCE, SALE_DAY, toDay } from './lib/books/days.ts';
import { fail } from './lib/request/fail.ts';
import { query } from './lib/sql/query.ts';
import { type Row, rows } from './lib/sql/rows.ts';
import { number, text } from './lib/sql/values.ts';

/** Six weeks: a month with the rest of its first and last week. */
const MOST_DAYS = 42;
const DAY_MS = 86_400_000;

const FIRST_BOOKS = 4;
const MOST_STRETCHES = 100;

/**
 * The Data API returns at most 1 MiB of JSON per statement. Names and quotes of all columns of 400
 * books take a quarter of it, and a quote or line break takes two bytes.
 */
const MOST_BYTES = 384 * 1024;

/** One end is open: such a release is listed at its known end. */
const OPEN_ENDED = "'FROM', 'UNTIL'";
/**
 * All other precisions except the day and the unknown; listed by name, so that the index is read in
 * ranges.
 */
const STRETCHES = [...RELEASE_PRECISIONS]
  .filter((precision) => ['DAY', 'FROM', 'UNTIL', 'UNKNOWN'].indexOf(precision) < 0)
  .map((precision) => `'${precision}'`)
  .join(', ');

export function request(ctx: Context<QueryReleaseCalendarArgs>) {
  const from = toDay(ctx.args.from);
  const to = toDay(ctx.args.to);
  const days = 1 + (startOf(to) - startOf(from)) / DAY_MS;
  if (days < 1 || days > MOST_DAYS) {
    fail('InvalidArgument', `to: ${to} is not within the ${MOST_DAYS} days that begin on ${from}`);
  }
  return query([daysStatement(ctx), stretchesStatement(ctx)], {
    ...bookValues(ctx, 'days/firstBooks/'),
    ...bookValues(ctx, 'stretches/firstBooks/'),
    firstDay: from,
    lastDay: to,
    fromDigits: toDigits(from),
    fromOrder: `${toDigits(from)}00000000`,
    toOrder: `${toDigits(to)}99999999`,
  });
}

function startOf(day: string): number {
  return util.time.parseISO8601ToEpochMilliSeconds(`${day}T00:00:00Z`);
}

/**
 * Numbers and counts each day's books in list order, from the indexes alone. For books that do not
 * fit into the response only the day is returned; every day gets its first book before any day its
 * second.
 */
function daysStatement(ctx: Context): string {
  const announced = UPCOMING.map(
    (status) => `select b.id, substring(b.release_order, 1, 8) as digits from book b
where b.status = ${status} and b.release_precision = 'DAY'
  and b.release_order >= :fromOrder and b.release_order <= :toOrder`,
  );
  const sold = `select b.id, ${SALE_DAY} as digits from book b where ${IS_SOLD_SINCE}`;
  return `select place.digits, place.book_count, ${bookColumns(ctx, 'days/firstBooks/')}
from (
  select numbered.id, numbered.digits, numbered.book_count,
    sum(${bookBytes(ctx, 'days/firstBooks/')}) over (order by numbered.number_of_day, numbered.digits, numbered.id) as bytes
  from (
    select found.id, found.digits, count(*) over (partition by found.digits) as book_count,
      row_number() over (partition by found.digits order by found.id) as number_of_day
    from (${[...announced, sold].join(' union all ')}) found
  ) numbered
  join book b on b.id = numbered.id
  where numbered.number_of_day <= ${FIRST_BOOKS}
) place
left join book b on b.id = place.id and place.bytes <= ${MOST_BYTES}
order by place.digits, place.id`;
}

/** The same for releases known less precisely than to the day, the most precise first. */
function stretchesStatement(ctx: Context): string {
  const found = UPCOMING.flatMap((status) =>
    [
      `b.release_precision in (${STRETCHES})
  and b.release_order <= :toOrder and substring(b.release_order, 9) >= :fromDigits`,
      `b.release_precision in (${OPEN_ENDED})
  and b.release_order >= :fromOrder and b.release_order <= :toOrder`,
    ].map(
      (touches) => `select b.id, b.release_precision, b.release_order from book b
where b.status = ${status} and ${touches}`,
    ),
  );
  const same = 'partition by found.release_precision, found.release_order';
  const length = `case when found.release_precision in (${OPEN_ENDED}) then 99999
    else datediff(substring(found.release_order, 9), substring(found.release_order, 1, 8)) end`;
  return `select place.release_order, place.stretch_precision, place.book_count, place.words,
  ${bookColumns(ctx, 'stretches/firstBooks/')}
from (
  select numbered.*, b.release_text as words,
    sum(${bookBytes(ctx, 'stretches/firstBooks/')}) over (order by numbered.number_of_stretch, numbered.stretch, numbered.id) as bytes
  from (
    select found.id, found.release_order, found.release_precision as stretch_precision,
      count(*) over (${same}) as book_count,
      row_number() over (${same} order by found.id) as number_of_stretch,
      dense_rank() over (order by ${length}, found.release_order, found.release_precision) as stretch
    from (${found.join(' union all ')}) found
  ) numbered
  join book b on b.id = numbered.id
  where numbered.number_of_stretch <= ${FIRST_BOOKS} and numbered.stretch <= ${MOST_STRETCHES}
) place
left join book b on b.id = place.id and place.bytes <= ${MOST_BYTES}
order by place.stretch, place.id`;
}

export function response(ctx: Context<QueryReleaseCalendarArgs>): ReleaseCalendar {
  return { days: toDays(rows(ctx, 0)), stretches: toStretches(rows(ctx, 1)) };
}

/** The rows of a day are consecutive. */
function toDays(found: Row[]): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (const row of found) {
    const day = `${fromDigits(`${row.digits}`)}`;
    if (days[days.length - 1]?.day !== day) {
      days.push({ day, bookCount: toCount(row), firstBooks: [] });
    }
    if (row.id !== undefined) days[days.length - 1]?.firstBooks.push(toBook(row));
  }
  return days;
}

function toStretches(found: Row[]): CalendarStretch[] {
  const stretches: CalendarStretch[] = [];
  let last = '';
  for (const row of found) {
    const key = `${row.stretch_precision} ${row.release_order}`;
    if (key !== last) {
      last = key;
      stretches.push({ release: toRelease(row), bookCount: toCount(row), firstBooks: [] });
    }
    if (row.id !== undefined) stretches[stretches.length - 1]?.firstBooks.push(toBook(row));
  }
  return stretches;
}

function toRelease(row: Row): CalendarStretch['release'] {
  const order = `${row.release_order}`;
  const precision = text(row.stretch_precision) as ReleasePrecision;
  return {
    earliest: precision === 'UNTIL' ? null : fromDigits(order.slice(0, 8)),
    latest: fromDigits(order.slice(8)),
    precision,
    text: `${row.words}`,
  };
}

function toCount(row: Row): number {
  return number(row.book_count) ?? 0;
}
