import type { Day } from '../../../../../domain/release/calendar.ts';
import type { BookCardPartsFragment, ReleasePartsFragment } from '../../../generated/documents.ts';

/** Books with the same announced date: a day, a vaguer period, or none. */
export interface ReleaseSection {
  key: string;
  kind: 'day' | 'vague' | 'unknown';
  release: ReleasePartsFragment;
  books: BookCardPartsFragment[];
}

export interface Timeline {
  /** Periods that have started: these books may appear any day now. */
  begun: ReleaseSection[];
  /** Sections at or after today, in list order. */
  ahead: ReleaseSection[];
}

/** Groups the list's books, already sorted, into the sections of a timeline as of `today`. */
export function groupByRelease(books: readonly BookCardPartsFragment[], today: Day): Timeline {
  const sections = new Map<string, ReleaseSection>();
  for (const book of books) {
    const key = keyOf(book.release);
    const section = sections.get(key);
    if (section) section.books.push(book);
    else
      sections.set(key, { key, kind: kindOf(book.release), release: book.release, books: [book] });
  }
  const timeline: Timeline = { begun: [], ahead: [] };
  for (const section of sections.values()) {
    (hasBegun(section.release, today) ? timeline.begun : timeline.ahead).push(section);
  }
  return timeline;
}

function keyOf({ precision, earliest, latest }: ReleasePartsFragment): string {
  if (precision === 'UNKNOWN') return 'unknown';
  return precision === 'DAY' ? `${earliest}` : `${precision}_${earliest ?? ''}_${latest ?? ''}`;
}

function kindOf({ precision }: ReleasePartsFragment): ReleaseSection['kind'] {
  if (precision === 'UNKNOWN') return 'unknown';
  return precision === 'DAY' ? 'day' : 'vague';
}

function hasBegun({ precision, earliest }: ReleasePartsFragment, today: Day): boolean {
  return precision === 'UNTIL' || (earliest !== null && earliest < today);
}
