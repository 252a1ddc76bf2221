import { z } from 'zod';
import type { ReleasePrecision } from '../../../domain/release/release.ts';

const release = z.object({
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  // The database has no other values.
  precision: z.custom<ReleasePrecision>((value) => typeof value === 'string'),
  text: z.string(),
});

const releaseChange = z.object({ from: release, to: release });

/** The source's release date before and after a change. */
export type ReleaseChange = z.infer<typeof releaseChange>;

/** Parses `book_event.release_change`; null stays null. */
export function readReleaseChange(json: string | null): ReleaseChange | null {
  return json === null ? null : releaseChange.parse(JSON.parse(json));
}
