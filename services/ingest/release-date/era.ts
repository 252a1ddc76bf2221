import type { Span } from '../../../domain/release/release.ts';
import { refuse } from './refusedDate.ts';

interface Era {
  /** The Western year of the era's year 1. */
  first: number;
  starts: string;
}

const ERAS: { [name: string]: Era } = {
  令和: { first: 2019, starts: '2019-05-01' },
  平成: { first: 1989, starts: '1989-01-08' },
  昭和: { first: 1926, starts: '1926-12-25' },
};
const LETTERS: { [letter: string]: string } = { R: '令和', H: '平成', S: '昭和' };

/** An expression in Western years, and the first day that its era allows. */
export interface WesternExpression {
  text: string;
  starts: string | null;
}

/** Rewrites 令和8年…, R8.3.14 and so on; returns any other expression unchanged. */
export function toWestern(text: string): WesternExpression {
  if (/^(大正|明治)|^[TM]\d{1,2}(年|[./-]\d)/i.test(text)) refuse('era-unsupported');
  const named = /^(令和|平成|昭和)(元|\d{1,2})(年.*)$/.exec(text);
  const lettered = /^([RHS])(元|\d{1,2})(年.*|[./-]\d.*|)$/i.exec(text);
  const match = named ?? lettered;
  if (!match) return { text, starts: null };
  const era = ERAS[named ? String(match[1]) : String(LETTERS[String(match[1]).toUpperCase()])];
  if (!era) return { text, starts: null };
  const count = match[2] === '元' ? 1 : Number(match[2]);
  if (count < 1) refuse('era-out-of-range');
  return { text: `${era.first + count - 1}${match[3]}`, starts: era.starts };
}

/** Cuts off the days before the era began; refuses a span that lies entirely before it. */
export function clampToEra(span: Span, starts: string | null): Span {
  if (starts === null || span.earliest >= starts) return span;
  if (span.latest < starts) refuse('era-out-of-range');
  return { ...span, earliest: starts };
}
