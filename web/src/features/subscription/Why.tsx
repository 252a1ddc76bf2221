import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { ReasonPartsFragment } from '../../generated/documents.ts';
import { catalogueAddress } from '../catalogue/catalogueAddress.ts';

type Reasons = readonly ReasonPartsFragment[];

/** Whether a book came to the member by somebody or a series that they wait for. */
export const isByStanding = (reasons: Reasons): boolean =>
  reasons.some(({ kind }) => kind !== 'BOOK');

/** Why the member is told of a book, each reason with the way to where it can be ended. */
export function Why({ reasons }: { reasons: Reasons }) {
  const t = useTranslations('why');
  return (
    <ul className="why">
      {reasons.map(({ kind, id, name }) => (
        <li key={id}>
          {kind === 'BOOK'
            ? t(kind)
            : t.rich(kind, {
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
