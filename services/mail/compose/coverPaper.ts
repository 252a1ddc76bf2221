import { coverColour } from '../../../domain/book/coverColour.ts';

// Paper colours of old paperbacks, by hue; white type on each has a contrast of at least 7.
const PAPERS = ['#5b3a29', '#3d4a2a', '#2d4a46', '#2f4858', '#4a3f63', '#57324a'] as const;

/** The paper of a typeset cover, close in hue to the site's cover for the same name. */
export const coverPaper = (name: string): string =>
  PAPERS[Math.floor((coverColour(name).hue / 360) * PAPERS.length)] ?? PAPERS[0];
