import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { CatalogueKind } from '../../generated/documents.ts';
import { BlankCover } from '../../parts/cover/BlankCover.tsx';
import { PageTitle } from '../../parts/page/PageTitle.tsx';

/** Says that no contributor or series has this address. */
export function NoSuchEntry({ kind }: { kind: CatalogueKind }) {
  const t = useTranslations('catalogue');
  return (
    <div className="message">
      <BlankCover fault="落丁" />
      <PageTitle title={t(kind === 'SERIES' ? 'missingSeries' : 'missingContributor')} />
      <p>{t('missingNote')}</p>
      <Link to="/">{t('back')}</Link>
    </div>
  );
}
