const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
// One grapheme may contain any number of marks.
const UNITS_PER_GRAPHEME = 4;

/** Cuts the text to at most this many graphemes. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const all = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const mostUnits = most * UNITS_PER_GRAPHEME;
  if (all.length <= most && text.length <= mostUnits) return text;
  let kept = '';
  for (const grapheme of all.slice(0, most - 1)) {
    if (kept.length + grapheme.length > mostUnits) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}
