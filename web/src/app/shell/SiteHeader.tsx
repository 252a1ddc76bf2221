import { Link, NavLink } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { ViewerDocument } from '../../generated/documents.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { useQuery } from '../../stage/useQuery.ts';
import { SearchField } from '../search/SearchField.tsx';
import { MemberCorner } from './MemberCorner.tsx';

export function SiteHeader() {
  const t = useTranslations('site');
  const signedIn = useSessionState() === 'signedIn';
  const viewer = useQuery(ViewerDocument, { skip: !signedIn }).data?.viewer;
  const isOperator = signedIn && viewer?.isOperator;
  return (
    <header className="site-header">
      <Link to="/" className="site-header__name">
        {t('name')}
      </Link>
      <SearchField />
      <nav aria-label={t('menu')} className="site-header__nav">
        <NavLink to="/" end>
          {t('upcoming')}
        </NavLink>
        <NavLink to="/calendar">{t('calendar')}</NavLink>
        <NavLink to="/my">{t('my')}</NavLink>
        {isOperator && <NavLink to="/operator">{t('operator')}</NavLink>}
      </nav>
      <MemberCorner />
    </header>
  );
}
