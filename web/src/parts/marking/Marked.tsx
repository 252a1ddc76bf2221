import { Fragment, type ReactNode } from 'react';
import { findMatches } from '../../../../domain/text/findMatches.ts';
import { wantedWords } from './wantedWords.ts';

/** Text with the searched words marked. */
export function Marked({ text, wanted }: { text: string; wanted: string }) {
  return markWords(text, wantedWords(wanted));
}

/** The same for words that are already folded. */
export function markWords(text: string, words: string[]): ReactNode {
  const matches = findMatches(text, words);
  if (matches.length === 0) return text;
  const last = matches.at(-1)?.to;
  return (
    <>
      {matches.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(matches[index - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  );
}
