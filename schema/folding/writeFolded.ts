import { EDGE } from './folding.ts';
import type { Form } from './forms.ts';
import type { Token } from './readTokens.ts';
import { GAP } from './sign.ts';
import { readVolume } from './volumes.ts';

export interface Folded {
  folded: string;
  /** For each character of `folded`, where the first character of what it stands for stood in the text. */
  from: number[];
  /** Likewise the last one. */
  to: number[];
}

/** Writes tokens as folded text; `spaced` keeps one space between words. */
export function writeFolded(tokens: Token[], form: Form, spaced: boolean): Folded {
  const written: Folded = { folded: '', from: [], to: [] };
  let next = 0;
  let wasWord = false;
  tokens.forEach((token, index) => {
    if (index < next) return;
    const volume = form === 'literal' ? null : readVolume(tokens, index);
    next = index + (volume?.taken ?? 1);
    const { kind, text, places } = token;
    if (volume !== null || kind === 'digits') {
      const ends = tokens[next - 1]?.places ?? places;
      appendNumber(written, volume?.value ?? text, places[0] ?? 0, ends[ends.length - 1] ?? 0);
    } else if (kind === 'letters') {
      if (form !== 'joined' || !wasWord) appendEdge(written, places[0] ?? 0);
      append(written, text, places);
    } else if (kind === 'gap') {
      if (spaced) append(written, GAP, places);
    } else if (kind !== 'mark') {
      append(written, text, places);
    }
    if (kind !== 'gap' && kind !== 'mark') wasWord = kind === 'letters' && volume === null;
  });
  return written;
}

function appendNumber(written: Folded, value: string, from: number, to: number): void {
  appendEdge(written, from);
  value.split('').forEach((sign) => {
    written.folded += sign;
    written.from.push(from);
    written.to.push(to);
  });
  appendEdge(written, to);
}

/** Two numbers side by side share one edge. */
function appendEdge(written: Folded, place: number): void {
  if (written.folded.endsWith(EDGE)) return;
  written.folded += EDGE;
  written.from.push(place);
  written.to.push(place);
}

function append(written: Folded, text: string, places: number[]): void {
  written.folded += text;
  places.forEach((place) => {
    written.from.push(place);
    written.to.push(place);
  });
}
