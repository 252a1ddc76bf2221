import { Link, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';

/** The ways to the pages before and behind, as addresses that can be kept. */
export function PageLinks({
  end,
  name = 'after',
}: {
  end: string | null | undefined;
  name?: string;
}) {
  const t = useTranslations('operator');
  const [search] = useSearchParams();
  const at = (cursor: string | null) => {
    const address = new URLSearchParams(search);
    if (cursor === null) address.delete(name);
    else address.set(name, cursor);
    return { search: address.toString() };
  };
  if (!end && !search.has(name)) return null;
  return (
    <nav className="page-links" aria-label={t('pages')}>
      {search.has(name) && (
        <Link className="button" to={at(null)}>
          {t('firstPage')}
        </Link>
      )}
      {end && (
        <Link className="button" to={at(end)}>
          {t('nextPage')}
        </Link>
      )}
    </nav>
  );
}
