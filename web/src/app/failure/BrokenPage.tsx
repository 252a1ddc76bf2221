import { useTranslations } from 'use-intl/react';
import { languageOfPath } from '../../../../domain/language/sitePath.ts';
import { basenameOf } from '../../lib/messages/language.ts';
import { BlankCover } from '../../parts/cover/BlankCover.tsx';
import type { Trouble } from './troubleOf.ts';

/** Replaces a page that crashed or could not be loaded. */
export function BrokenPage({ trouble }: { trouble: Trouble }) {
  const failed = useTranslations('failed');
  const t = useTranslations('trouble');
  const home = basenameOf(languageOfPath(location.pathname));
  return (
    <div className="message" role="alert">
      <BlankCover fault={trouble === 'broken' ? '乱丁' : '落丁'} />
      <h1>{trouble === 'broken' ? failed('broken') : t(trouble)}</h1>
      <p>{trouble === 'broken' ? failed('brokenNote') : t(`${trouble}Note`)}</p>
      <div className="message__ways">
        <button type="button" className="button" onClick={() => location.reload()}>
          {failed('retry')}
        </button>
        {/* A plain link, so that the broken app and its state are discarded. */}
        {location.pathname !== home && <a href={home}>{t('home')}</a>}
      </div>
    </div>
  );
}
