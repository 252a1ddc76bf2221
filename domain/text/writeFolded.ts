import { EDGE } from './folding.ts';
import type { Form } from './forms.ts';
import type { Token } from './readTokens.ts';
import { GAP } from './sign.ts';
import { readVolume } from './volumes.ts';

export interface Folded {
  folded: string;
  /**
   * For each character of `folded`, the position of the first character of its source in the text.
   */
  from: number[];
  /** Likewise the last one. */
  to: number[];
}

/**
 * Folded text in pieces: repeatedly appending to one string and reading its end takes quadratic
 * time.
 */
interface Pieces {
  pieces: string[];
  from: number[];
  to: number[];
}

/** Writes tokens as folded text; `spaced` keeps one space between words. */
export function writeFolded(tokens: Token[], form: Form, spaced: boolean): Folded {
  const written: Pieces = { pieces: [], from: [], to: [] };
  let next = 0;
  let wasWord = false;
  tokens.forEach((token, index) => {
    if (index < next) return;
    const { kind, text, places } = token;
    const isRead = form !== 'literal' && (form !== 'joined' || kind !== 'letters');
    const volume = isRead ? readVolume(tokens, index) : null;
    next = index + (volume?.taken ?? 1);
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
  return { folded: written.pieces.join(''), from: written.from, to: written.to };
}

function appendNumber(written: Pieces, value: string, from: number, to: number): void {
  appendEdge(written, from);
  written.pieces.push(value);
  value.split('').forEach(() => {
    written.from.push(from);
    written.to.push(to);
  });
  appendEdge(written, to);
}

/** Two adjacent numbers share one edge. */
function appendEdge(written: Pieces, place: number): void {
  if (written.pieces[written.pieces.length - 1] === EDGE) return;
  written.pieces.push(EDGE);
  written.from.push(place);
  written.to.push(place);
}

function append(written: Pieces, text: string, places: number[]): void {
  written.pieces.push(text);
  places.forEach((place) => {
    written.from.push(place);
    written.to.push(place);
  });
}
