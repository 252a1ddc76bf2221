import { coverColour } from '../../../domain/book/coverColour.ts';

// Papers of old paperbacks by their hue; white type on each has a contrast of 7 or more.
const PAPERS = ['#5b3a29', '#3d4a2a', '#2d4a46', '#2f4858', '#4a3f63', '#57324a'] as const;

/** The paper of a cover set in type, near the hue in which the site shows covers of the same name. */
export const coverPaper = (name: string): string =>
  PAPERS[Math.floor((coverColour(name).hue / 360) * PAPERS.length)] ?? PAPERS[0];
