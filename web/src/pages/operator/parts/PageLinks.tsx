import { Link, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';

interface PageLinksProps {
  end: string | null | undefined;
  /** What the address calls the place in the list. */
  name?: string;
  /** Where on the page the list stands, if it is not all of the page. */
  hash?: string;
}

/** The ways to the pages before and behind, as addresses that can be kept. */
export function PageLinks({ end, name = 'after', hash = '' }: PageLinksProps) {
  const t = useTranslations('operator');
  const [search] = useSearchParams();
  const at = (cursor: string | null) => {
    const address = new URLSearchParams(search);
    if (cursor === null) address.delete(name);
    else address.set(name, cursor);
    return { search: address.toString(), hash };
  };
  if (!end && !search.has(name)) return null;
  return (
    <nav className="page-links" aria-label={t('pages')}>
      {search.has(name) && (
        <Link className="button" to={at(null)} onClick={toTheList}>
          {t('firstPage')}
        </Link>
      )}
      {end && (
        <Link className="button" to={at(end)} onClick={toTheList}>
          {t('nextPage')}
        </Link>
      )}
    </nav>
  );
}

/** These ways go with their page: the focus does not. */
const toTheList = () => document.getElementById('main')?.focus({ preventScroll: true });
