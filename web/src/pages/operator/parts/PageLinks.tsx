import { Link, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';

interface PageLinksProps {
  end: string | null | undefined;
  /** The address parameter with the cursor. */
  name?: string;
  /** The list's anchor, if the list is only part of the page. */
  hash?: string;
}

/** Links to the first and next pages, with addresses that can be bookmarked. */
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

/** These links disappear with their page, so the focus moves to the main content. */
const toTheList = () => document.getElementById('main')?.focus({ preventScroll: true });
