import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';

/** Names the browser's window after the page. */
export function useDocumentTitle(title: string): void {
  const site = useTranslations('site')('name');
  useEffect(() => {
    document.title = `${title} – ${site}`;
  }, [title, site]);
}
