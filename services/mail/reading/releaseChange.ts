import { z } from 'zod';
import type { ReleasePrecision } from '../../../domain/release/release.ts';

const release = z.object({
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  // The database holds no others.
  precision: z.custom<ReleasePrecision>((value) => typeof value === 'string'),
  text: z.string(),
});

const releaseChange = z.object({ from: release, to: release });

/** What the source said of a date before and after. */
export type ReleaseChange = z.infer<typeof releaseChange>;

/** Reads `book_event.release_change`; null stays null. */
export function readReleaseChange(json: string | null): ReleaseChange | null {
  return json === null ? null : releaseChange.parse(JSON.parse(json));
}
