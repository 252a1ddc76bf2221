// Readers of mail show about 40 characters of a subject; the letter has the whole title.
const MOST_GRAPHEMES = 120;
// One grapheme may be any number of marks.
const MOST_UNITS = 480;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The title for a subject: a very long one is cut between two graphemes. */
export function shortenTitle(title: string): string {
  const all = Array.from(graphemes.segment(title), ({ segment }) => segment);
  if (all.length <= MOST_GRAPHEMES && title.length <= MOST_UNITS) return title;
  let kept = '';
  for (const grapheme of all.slice(0, MOST_GRAPHEMES - 1)) {
    if (kept.length + grapheme.length >= MOST_UNITS) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}
