import { NavLink } from 'react-router';
import { useTranslations } from 'use-intl/react';

/** The navigation between the operator's pages. */
export function OperatorNav() {
  const t = useTranslations('operator');
  return (
    <nav className="operator-nav" aria-label={t('menu')}>
      <NavLink to="/operator" end>
        {t('overview.title')}
      </NavLink>
      <NavLink to="/operator/runs">{t('runs.title')}</NavLink>
      <NavLink to="/operator/mails">{t('mails.title')}</NavLink>
      <NavLink to="/operator/joins">{t('joins.title')}</NavLink>
      <NavLink to="/operator/executions">{t('executions.title')}</NavLink>
    </nav>
  );
}
