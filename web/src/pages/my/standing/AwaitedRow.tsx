import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import type { StandingPartsFragment } from '../../../generated/documents.ts';
import { catalogueAddress } from '../../../lib/catalogueAddress.ts';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { choiceOf } from '../../../parts/standing/roles.ts';
import { StandingConsent } from '../../../parts/standing/StandingConsent.tsx';
import { useStandingWish } from '../../../parts/standing/useStandingWish.ts';

/**
 * A contributor or series of a standing subscription that is active, or was just ended and can be
 * restored in place.
 */
export function AwaitedRow({ standing }: { standing: StandingPartsFragment }) {
  const t = useTranslations();
  const words = useReleaseWords();
  const wish = useStandingWish();
  const [isStopped, setStopped] = useState(false);
  const { kind, id, name, since } = standing;
  const isOfAll = kind === 'CONTRIBUTOR' && choiceOf(standing.roles) === 'all';

  async function press(): Promise<void> {
    setStopped(!isStopped);
    // With the roles they had chosen, which may differ from the page's choices.
    const again = { roles: standing.roles ?? [] };
    if (!(await wish(standing, isStopped ? again : null))) setStopped(isStopped);
  }

  return (
    <div className={isStopped ? 'awaited awaited--stopped' : 'awaited'}>
      <p className="awaited__kind">
        {t(kind === 'SERIES' ? 'catalogue.series' : 'catalogue.contributor')}
      </p>
      <p className="awaited__name">
        <Link to={catalogueAddress(kind, id)} lang="ja">
          {name}
        </Link>
      </p>
      <p role="status" className="awaited__note">
        {isStopped
          ? t('my.standingStopped')
          : t('my.standingSince', { when: words.day(dayInJapan(new Date(since)), true) })}
        {!isStopped && isOfAll && ` ・ ${t('my.standingRoles')}`}
      </p>
      <button
        type="button"
        className="plain-button"
        aria-label={`${t(isStopped ? 'my.standingAgain' : 'my.standingStop')}: ${name}`}
        onClick={press}
      >
        {t(isStopped ? 'my.standingAgain' : 'my.standingStop')}
      </button>
      {isStopped && <StandingConsent />}
    </div>
  );
}
