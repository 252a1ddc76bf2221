import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { RoleChoice } from '../sign-in/Asked.ts';

interface RolesFieldProps {
  choice: RoleChoice;
  onChange: (choice: RoleChoice) => void;
}

/** Which of a contributor's books are told of. */
export function RolesField({ choice, onChange }: RolesFieldProps) {
  const t = useTranslations('standing');
  const id = useId();
  return (
    <p className="standing__roles">
      <label htmlFor={id}>{t('roles')}</label>
      <select
        id={id}
        value={choice}
        onChange={({ target }) => onChange(target.value === 'all' ? 'all' : 'works')}
      >
        <option value="works">{t('works')}</option>
        <option value="all">{t('all')}</option>
      </select>
    </p>
  );
}
