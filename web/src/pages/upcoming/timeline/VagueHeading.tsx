import { type Day, partsOf } from '../../../../../domain/release/calendar.ts';
import { wordRelease } from '../../../../../domain/release/wordRelease.ts';
import type { ReleasePartsFragment } from '../../../generated/documents.ts';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';

/** A release period as its source states it, never reduced to a single day. */
export function VagueHeading({ release, today }: { release: ReleasePartsFragment; today: Day }) {
  const words = useReleaseWords();
  return (
    <span className="vague">
      {wordRelease(release, { words, silentYear: partsOf(today).year })}
    </span>
  );
}
