/** The figures of a run before its merge. */
export interface RunFigures {
  records: number;
  rejected: number;
  hasHeader: boolean;
  catalogue: CatalogueFigures;
  /** Only for a file that lists every upcoming book. */
  full: FullFileFigures | null;
}

/** What a file would do to the upcoming books of its profile. */
export interface CatalogueFigures {
  upcoming: number;
  /** How many of these the file cancels, and how many it moves. */
  cancelled: number;
  moved: number;
}

/** How a full file compares with the catalogue and earlier files. */
export interface FullFileFigures {
  /** Row counts of the profile's merged full files, newest first, at most seven. */
  earlierRecords: number[];
  /** Upcoming books that the file does not name. */
  absent: number;
}

/** Why a run is held. */
export interface Alarm {
  code:
    | 'empty-file'
    | 'header-only'
    | 'too-many-rejects'
    | 'too-few-rows'
    | 'too-many-cancelled'
    | 'too-many-moved'
    | 'too-many-absent';
  /** In Japanese and English: what was seen, and the limit. */
  reason: string;
}

const MOST_REJECTED = 0.05;
const MOST_CANCELLED = 0.1;
const MOST_MOVED = 0.1;
const MOST_DROPPED = 0.2;
const LEAST_OF_MEDIAN = 0.5;
/** Fewer runs than this do not show what is usual. */
const FEWEST_RUNS = 3;
/** A handful of changes is normal for a day, however few books there are. */
const FEWEST_CHANGES = 10;

/** Returns the first suspicious finding about a run; null if there is none. */
export function findAlarm(figures: RunFigures): Alarm | null {
  const { records, rejected, catalogue, full } = figures;
  if (records === 0) return findNothing(figures.hasHeader);
  if (rejected > records * MOST_REJECTED) {
    return alarm(
      'too-many-rejects',
      `${records}行のうち${rejected}行が読めませんでした(上限${percent(MOST_REJECTED)})`,
      `${rejected} of ${records} rows were rejected; the limit is ${percent(MOST_REJECTED)}`,
    );
  }
  return (
    (full === null ? null : findTooFew(records, full)) ??
    findTooManyChanges(catalogue, full === null ? FEWEST_CHANGES : 1) ??
    (full === null ? null : findTooManyAbsent(catalogue, full))
  );
}

function findNothing(hasHeader: boolean): Alarm {
  return hasHeader
    ? alarm(
        'header-only',
        '見出し行だけで、データの行がありません',
        'the file has a header and no rows',
      )
    : alarm('empty-file', 'ファイルが空です', 'the file is empty; expected a header or rows');
}

function findTooFew(records: number, { earlierRecords }: FullFileFigures): Alarm | null {
  const usual = earlierRecords.length < FEWEST_RUNS ? null : median(earlierRecords);
  if (usual === null || records >= usual * LEAST_OF_MEDIAN) return null;
  return alarm(
    'too-few-rows',
    `${records}行しかありません(いつもは${usual}行、下限はその${percent(LEAST_OF_MEDIAN)})`,
    `there are ${records} rows where ${usual} are usual; the limit is ${percent(LEAST_OF_MEDIAN)} of that`,
  );
}

function findTooManyChanges(
  { upcoming, cancelled, moved }: CatalogueFigures,
  fewest: number,
): Alarm | null {
  if (cancelled >= fewest && cancelled > upcoming * MOST_CANCELLED) {
    return alarm(
      'too-many-cancelled',
      ...share('発売中止', 'cancelled', cancelled, upcoming, MOST_CANCELLED),
    );
  }
  if (moved >= fewest && moved > upcoming * MOST_MOVED) {
    return alarm('too-many-moved', ...share('発売日変更', 'moved', moved, upcoming, MOST_MOVED));
  }
  return null;
}

function findTooManyAbsent(
  { upcoming, cancelled }: CatalogueFigures,
  { absent }: FullFileFigures,
): Alarm | null {
  const dropped = cancelled + absent;
  if (dropped <= upcoming * MOST_DROPPED) return null;
  return alarm(
    'too-many-absent',
    ...share('中止または記載なし', 'cancelled or absent', dropped, upcoming, MOST_DROPPED),
  );
}

function share(
  japanese: string,
  english: string,
  count: number,
  upcoming: number,
  limit: number,
): [string, string] {
  return [
    `発売前の本${upcoming}点のうち${count}点が${japanese}になります(上限${percent(limit)})`,
    `${count} of ${upcoming} upcoming books would be ${english}; the limit is ${percent(limit)}`,
  ];
}

function alarm(code: Alarm['code'], japanese: string, english: string): Alarm {
  return { code, reason: `${japanese}。確認待ちです。 / Held: ${english}.` };
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function percent(share: number): string {
  return `${share * 100} %`;
}
