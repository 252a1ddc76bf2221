import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { ReasonPartsFragment } from '../../generated/documents.ts';
import { catalogueAddress } from '../../lib/catalogueAddress.ts';

type Reasons = readonly ReasonPartsFragment[];

/** Whether the member asked for the book itself. Where nobody knows any more why, they did. */
export const isAskedFor = (reasons: Reasons): boolean =>
  reasons.length === 0 || reasons.some(({ kind }) => kind === 'BOOK');

/**
 * For whom and which series a member waits who is told of a book, each with the way to where that can be
 * ended; nothing where they asked for the book alone.
 */
export function Why({ reasons }: { reasons: Reasons }) {
  const t = useTranslations('why');
  const standing = reasons.flatMap(({ kind, id, name }) =>
    kind === 'BOOK' ? [] : [{ kind, id, name }],
  );
  if (standing.length === 0) return null;
  return (
    <ul className="why">
      {standing.map(({ kind, id, name }) => (
        <li key={id}>
          {t.rich(kind, {
            name: () => (
              <Link to={catalogueAddress(kind, id)} lang="ja">
                {name}
              </Link>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
