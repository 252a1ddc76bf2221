import { Fragment, type ReactNode } from 'react';
import { foldWords } from '../../../../schema/folding/foldWords.ts';
import { findMatches } from './findMatches.ts';

/** Text in which it shows where what was looked for stands. */
export function Marked({ text, wanted }: { text: string; wanted: string }) {
  return markWords(text, foldWords(wanted.normalize('NFKC')));
}

/** The same for words that are folded already. */
export function markWords(text: string, words: readonly string[]): ReactNode {
  const matches = findMatches(text, words);
  if (matches.length === 0) return text;
  const last = matches.at(-1)?.[1];
  return (
    <>
      {matches.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(matches[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  );
}
