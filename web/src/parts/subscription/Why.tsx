import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { ReasonPartsFragment } from '../../generated/documents.ts';
import { catalogueAddress } from '../../lib/catalogueAddress.ts';

type Reasons = readonly ReasonPartsFragment[];

/** Whether the member subscribed to the book itself; assumed if no reason is known. */
export const isAskedFor = (reasons: Reasons): boolean =>
  reasons.length === 0 || reasons.some(({ kind }) => kind === 'BOOK');

/**
 * The contributors and series for which a member is subscribed to a book, with links to the pages
 * that end it; renders nothing if the member subscribed only to the book itself.
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
