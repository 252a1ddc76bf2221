import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';

/** Sets the document title. */
export function useDocumentTitle(title: string): void {
  const site = useTranslations('site')('name');
  useEffect(() => {
    document.title = `${title} – ${site}`;
  }, [title, site]);
}
