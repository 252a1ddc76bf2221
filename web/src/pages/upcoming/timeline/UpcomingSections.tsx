import { useMemo } from 'react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { BookCardPartsFragment } from '../../../generated/documents.ts';
import { BegunSections } from './BegunSections.tsx';
import { groupByRelease } from './groupByRelease.ts';
import { ReleaseSection } from './ReleaseSection.tsx';
import { TodayLine } from './TodayLine.tsx';

interface UpcomingSectionsProps {
  /** In list order. */
  books: readonly BookCardPartsFragment[];
  today: Day;
}

/** Upcoming books grouped by day, starting at the line for today. Sends no query. */
export function UpcomingSections({ books, today }: UpcomingSectionsProps) {
  const { begun, ahead } = useMemo(() => groupByRelease(books, today), [books, today]);
  return (
    <>
      <TodayLine today={today} />
      <BegunSections sections={begun} today={today} />
      {ahead.map((section) => (
        <ReleaseSection key={section.key} section={section} today={today} />
      ))}
    </>
  );
}
