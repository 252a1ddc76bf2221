import { Link, NavLink } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { MemberCorner } from './MemberCorner.tsx';

export function SiteHeader() {
  const t = useTranslations('site');
  return (
    <header className="site-header">
      <Link to="/" className="site-header__name">
        {t('name')}
      </Link>
      <nav aria-label={t('menu')} className="site-header__nav">
        <NavLink to="/" end>
          {t('upcoming')}
        </NavLink>
        <NavLink to="/calendar">{t('calendar')}</NavLink>
        <NavLink to="/my">{t('my')}</NavLink>
      </nav>
      <MemberCorner />
    </header>
  );
}
