import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

interface FoundByProps {
  facts: { kind: 'reading' | 'series' | 'isbn'; text: string }[];
  mark: (text: string) => ReactNode;
}

/** Where a book matched the search, if its card does not show it. */
export function FoundBy({ facts, mark }: FoundByProps) {
  const t = useTranslations('book');
  if (facts.length === 0) return null;
  return (
    <p className="book-card__found">
      {facts.map(({ kind, text }) => (
        <span key={`${kind} ${text}`}>
          {t(kind)} <span lang="ja">{mark(text)}</span>
        </span>
      ))}
    </p>
  );
}
