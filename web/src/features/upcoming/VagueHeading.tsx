import type { ReleasePartsFragment } from '../../generated/documents.ts';
import { type Day, partsOf } from '../release/calendar.ts';
import { useReleaseWords } from '../release/useReleaseWords.ts';
import { wordRelease } from '../release/wordRelease.ts';

/** A stretch of time as its source knows it, never on a day of its own. */
export function VagueHeading({ release, today }: { release: ReleasePartsFragment; today: Day }) {
  const words = useReleaseWords();
  return (
    <span className="vague">
      {wordRelease(release, { words, silentYear: partsOf(today).year })}
    </span>
  );
}
