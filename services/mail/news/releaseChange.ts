import { z } from 'zod';

const release = z.object({
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  precision: z.string(),
  text: z.string(),
});

const releaseChange = z.object({ from: release, to: release });

/** A release date, as vague as the source said it: days in Japan, `2026-12-10`, null at an open end. */
export type ToldRelease = z.infer<typeof release>;

/** What the source said of a date before and after. */
export type ReleaseChange = z.infer<typeof releaseChange>;

/** Reads `book_event.release_change`; null stays null. */
export function readReleaseChange(json: string | null): ReleaseChange | null {
  return json === null ? null : releaseChange.parse(JSON.parse(json));
}
