import { useMemo } from 'react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { BookCardPartsFragment } from '../../../generated/documents.ts';
import { BegunSections } from './BegunSections.tsx';
import { groupByRelease } from './groupByRelease.ts';
import { ReleaseSection } from './ReleaseSection.tsx';
import { TodayLine } from './TodayLine.tsx';

interface UpcomingSectionsProps {
  /** In the order of the list. */
  books: readonly BookCardPartsFragment[];
  today: Day;
}

/** Upcoming books set beside their days, from the line of today on. Asks for nothing. */
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
